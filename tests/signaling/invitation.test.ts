import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	InvitationError,
	readInvitation,
	writeInvitation,
	type Invitation
} from '../../src/lib/signaling/invitation';

const SDP = `v=0\r\no=- 4611731400430051336 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n
m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=ice-ufrag:4ZcD\r\na=ice-pwd:2/1muCWoOi3uLifh0NuRHlom\r\n`;
const OFFER: Invitation = { type: 'offer', exchange: 'e-1', sdp: SDP, slide: 'what-is-webrtc' };

const ANSWER: Invitation = { ...OFFER, type: 'answer' };

const faultOf = (text: string) =>
	readInvitation(text, 'offer').then(
		() => null,
		(error: unknown) => {
			if (!(error instanceof InvitationError)) throw error;
			return error.fault === 'cut' ? `${error.found.there} of ${error.found.all}` : error.fault;
		}
	);

describe('an invitation', () => {
	it('is one text that names its kind, its version and its length', async () => {
		const text = await writeInvitation(OFFER);
		const [, length, packed] = /^offer=1\.(\d+)\.([\w-]+)$/.exec(text)!;
		expect(packed).toHaveLength(Number(length));
		expect(await readInvitation(text, 'offer')).toEqual(OFFER);
	});

	it('is read whatever is in it', async () => {
		const slide = fc.stringMatching(/^[a-z-]{1,20}(\/[a-z-]{1,20})?$/);
		const any = fc.record({
			type: fc.constantFrom('offer' as const, 'answer' as const),
			exchange: fc.uuid(),
			sdp: fc.string({ unit: 'binary', maxLength: 3000 }),
			slide
		});
		await fc.assert(
			fc.asyncProperty(any, async (one) => {
				expect(await readInvitation(await writeInvitation(one), one.type)).toEqual(one);
			}),
			{ numRuns: 50 }
		);
	});

	it.each([
		['in a link', (text: string) => `https://parley.example/by-hand#${text}`],
		['between words', (text: string) => `Here it is:\n\n${text}\n\nSee you, John`],
		['broken into lines', (text: string) => text.replaceAll(/(.{60})/g, '$1\r\n')],
		['quoted by a mail', (text: string) => text.replaceAll(/(.{60})/g, '$1\n> > ')],
		['with blanks around it', (text: string) => `  \t${text}\u00a0`]
	])('is found %s', async (_, wrap) => {
		expect(await readInvitation(wrap(await writeInvitation(OFFER)), 'offer')).toEqual(OFFER);
	});

	it('says what is wrong with a text that is none, is cut, damaged, or of another version', async () => {
		const text = await writeInvitation(OFFER);
		const all = Number(text.split('.')[1]);
		expect(await faultOf('')).toBe('none');
		expect(await faultOf('v=0\r\no=- 1 2 IN IP4 0.0.0.0')).toBe('none');
		expect(await faultOf(text.slice(0, -30))).toBe(`${all - 30} of ${all}`);
		expect(await faultOf(text.replace('offer=1.', 'offer=2.'))).toBe('version');
		expect(await faultOf('offer=1.99999.aaaa')).toBe('damaged');
		expect(await faultOf('offer=1.4.aaaa')).toBe('damaged');
	});

	it('is never read for another where one character of it was changed', async () => {
		const text = await writeInvitation(OFFER);
		const begin = text.lastIndexOf('.') + 1;
		for (let at = begin; at < text.length; at += 1) {
			const other = text[at] === 'A' ? 'B' : 'A';
			const changed = text.slice(0, at) + other + text.slice(at + 1);
			const read = await readInvitation(changed, 'offer').catch((error: unknown) => error);
			// What stands in the head of gzip, and the bits beyond the last byte, mean nothing.
			if (!(read instanceof InvitationError)) expect(read).toEqual(OFFER);
		}
	});

	it('is the one that is wanted where a mail quotes what it answers', async () => {
		const [offer, answer] = [await writeInvitation(OFFER), await writeInvitation(ANSWER)];
		const quoted = `On Sunday John wrote:\n> ${offer.replaceAll(/(.{60})/g, '$1\n> ')}\n\nHere is mine\n${answer}\nJane`;
		expect(await readInvitation(quoted, 'answer')).toEqual(ANSWER);
		expect(await readInvitation(quoted, 'offer')).toEqual(OFFER);
		expect(await readInvitation(offer, 'answer')).toEqual(OFFER);
	});

	it('is of the kind that stands in front of it, or damaged', async () => {
		expect(await faultOf((await writeInvitation(ANSWER)).replace('answer=', 'offer='))).toBe(
			'damaged'
		);
	});

	it('is not unpacked beyond its bound', async () => {
		const huge = await writeInvitation({ ...OFFER, sdp: 'a'.repeat(5_000_000) });
		expect(huge.length).toBeLessThan(20_000);
		expect(await faultOf(huge)).toBe('damaged');
	});

	it('is none where it is whole, and not what an invitation has in it', async () => {
		for (const slide of ['../x', 'a/b/c', 'javascript:1', '?a']) {
			expect(await faultOf(await writeInvitation({ ...OFFER, slide }))).toBe('damaged');
		}
	});
});

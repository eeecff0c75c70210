import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { conclude } from '../../src/lib/inspect/conclude';
import { costOfLength } from '../tools/growth';
import { findingsOf, mattersIn } from './concluded';
import { sdp } from './fixtures';

const bare = (name: string) => sdp(name).replace(/a=setup:\w+\r\n/g, '');
const OFFER = sdp('chromium-offer-gathered');
const ANSWER = sdp('chromium-answer-gathered');
/** The same from the same author, said again in other words. */
const version = (text: string, number: number) => text.replace(/^(o=\S+ \S+) \d+/m, `$1 ${number}`);

interface Headers {
	call?: string;
	sequence?: string;
	tag?: string;
	more?: readonly string[];
	body?: string;
}

/** A message of SIP, with or without a body. */
function sip(line: string, { call = 'a@h', sequence = '1 INVITE', ...rest }: Headers = {}) {
	const { tag = 't', more = [], body = '' } = rest;
	const to = line.startsWith('SIP') ? `;tag=${tag}` : '';
	return [
		line.startsWith('SIP') ? line : `${line} sip:jane@example.org SIP/2.0`,
		'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK-' + sequence.replace(' ', '-') + call,
		`To: <sip:jane@example.org>${to}`,
		`Call-ID: ${call}`,
		`CSeq: ${sequence}`,
		...more,
		...(body === '' ? ['Content-Length: 0'] : ['Content-Type: application/sdp']),
		'',
		body
	].join('\r\n');
}

const RELIABLE = ['Require: 100rel', 'RSeq: 1'];

/** Each description with its type, and what answers what. */
function read(...messages: readonly string[]) {
	const found = recognise(messages.join('\r\n'));
	if (!('exchanges' in found)) throw new Error(found.sentence);
	const types = found.descriptions.map(({ type }) => type);
	const breaking = conclude(found)
		.flatMap(({ findings }) => findings)
		.filter(({ severity }) => severity === 'breaks the call' || severity === 'will bite');
	// A refusal alone is one, and is said.
	expect(breaking.map(({ id }) => id)).toEqual(found.course.declined ? ['sip.not-acceptable'] : []);
	return { types, exchanges: found.exchanges };
}

const invite = sip('INVITE', { body: OFFER });
const ok = (body = ANSWER, more: Headers = {}) => sip('SIP/2.0 200 OK', { body, ...more });
const progress = (body: string, more: Headers = {}) =>
	sip('SIP/2.0 183 Session Progress', { body, ...more });
const between = [sip('SIP/2.0 100 Trying'), sip('SIP/2.0 180 Ringing')];

describe('in a dialogue of SIP', () => {
	it('183 shows what the answer will be, and 200 answers', () => {
		const early = version(ANSWER, 7);
		expect(read(invite, ...between, progress(ANSWER), ok())).toEqual({
			types: ['offer', 'answer'],
			exchanges: [[0, 1]]
		});
		expect(read(invite, ...between, progress(early), ok())).toEqual({
			types: ['offer', 'pranswer', 'answer'],
			exchanges: [[0, 2]]
		});
	});

	it('183 alone is what is known of the answer, and nothing is blamed on its being early', () => {
		expect(read(invite, ...between, progress(ANSWER))).toEqual({
			types: ['offer', 'pranswer'],
			exchanges: [[0, 1]]
		});
	});

	it('a reliable 183 answers, and what 200 says again is none', () => {
		const reliable = progress(ANSWER, { more: RELIABLE });
		expect(read(invite, reliable, ok(version(ANSWER, 9)))).toEqual({
			types: ['offer', 'answer', null],
			exchanges: [[0, 1]]
		});
		expect(read(invite, reliable, ok())).toEqual({
			types: ['offer', 'answer'],
			exchanges: [[0, 1]]
		});
	});

	it('another phone that takes the call answers, though one had answered early', () => {
		const reliable = progress(version(ANSWER, 5), { more: RELIABLE, tag: 'one' });
		expect(read(invite, reliable, ok(ANSWER, { tag: 'other' }))).toMatchObject({
			exchanges: [[0, 2]]
		});
	});

	it('PRACK and UPDATE offer, and the responses to them answer', () => {
		const [second, third] = [version(OFFER, 8), version(OFFER, 9)];
		expect(
			read(
				invite,
				progress(ANSWER, { more: RELIABLE }),
				sip('PRACK', { sequence: '2 PRACK', more: ['RAck: 1 1 INVITE'], body: second }),
				ok(version(ANSWER, 8), { sequence: '2 PRACK' }),
				sip('UPDATE', { sequence: '3 UPDATE', body: third }),
				ok(version(ANSWER, 9), { sequence: '3 UPDATE' }),
				sip('SIP/2.0 200 OK'),
				sip('ACK', { sequence: '1 ACK' })
			)
		).toEqual({
			types: ['offer', 'answer', 'offer', 'answer', 'offer', 'answer'],
			exchanges: [
				[0, 1],
				[2, 3],
				[4, 5]
			]
		});
	});

	it('an INVITE without a description leaves the offer to who is called', () => {
		const delayed = sip('INVITE');
		expect(read(delayed, ...between, ok(OFFER), sip('ACK', { body: ANSWER }))).toEqual({
			types: ['offer', 'answer'],
			exchanges: [[0, 1]]
		});
		expect(
			read(
				delayed,
				progress(OFFER, { more: RELIABLE }),
				sip('PRACK', { sequence: '2 PRACK', more: ['RAck: 1 1 INVITE'], body: ANSWER }),
				ok(OFFER)
			)
		).toEqual({ types: ['offer', 'answer'], exchanges: [[0, 1]] });
		expect(read(delayed, ...between, ok(OFFER)).types).toEqual(['offer']);
	});

	it('a re-INVITE is an exchange of its own, also where it says the same again', () => {
		const again = (sequence: string, offer: string, answer: string) => [
			sip('INVITE', { sequence, body: offer }),
			...between,
			ok(answer, { sequence })
		];
		const both = [
			[0, 1],
			[2, 3]
		];
		const first = [invite, ...between, ok(), sip('ACK', { sequence: '1 ACK' })];
		const later = [version(OFFER, 3), version(ANSWER, 3)] as const;
		expect(read(...first, ...again('2 INVITE', ...later)).exchanges).toEqual(both);
		expect(read(...first, ...again('2 INVITE', OFFER, ANSWER)).exchanges).toEqual(both);
	});

	it('what is sent again counts once', () => {
		expect(read(invite, invite, ...between, ok(), ok())).toEqual({
			types: ['offer', 'answer'],
			exchanges: [[0, 1]]
		});
	});

	it('a refusal tells of abilities, and so does the answer to OPTIONS', () => {
		const refusal = sip('SIP/2.0 488 Not Acceptable Here', {
			body: bare('firefox-answer-gathered')
		});
		expect(read(invite, refusal)).toEqual({ types: ['offer', null], exchanges: [] });
		const options = { sequence: '5 OPTIONS' };
		expect(read(sip('OPTIONS', options), ok(ANSWER, options)).types).toEqual([null]);
	});

	it('two calls are told apart, however they are mixed', () => {
		const calls = ['a@h', 'b@h'].map((call, at) => [
			sip('INVITE', { call, body: version(OFFER, 20 + at) }),
			progress(version(ANSWER, 30 + at), { call }),
			ok(version(ANSWER, 40 + at), { call })
		]);
		fc.assert(
			fc.property(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (order) => {
				const left = calls.map((messages) => [...messages]);
				const all = order.map((one) => (left[one ? 0 : 1]!.shift() ?? left[one ? 1 : 0]!.shift())!);
				const found = recognise(all.join('\r\n'));
				if (!('exchanges' in found)) throw new Error(found.sentence);
				const versions = found.exchanges.map((pair) =>
					pair.map((at) => Number(/^o=\S+ \S+ (\d+)/m.exec(found.descriptions[at]!.sdp)![1]))
				);
				expect(versions.toSorted(([a], [b]) => a! - b!)).toEqual([
					[20, 40],
					[21, 41]
				]);
			})
		);
	});

	it('in a time that grows with its length', () => {
		const one = invite + between.join('') + progress(ANSWER) + ok();
		expect(costOfLength((count) => one.repeat(count), 2, recognise)).toBeLessThan(6);
	});
});

describe('how SIP refused an offer is said', () => {
	const head = (line: string, method = 'INVITE') =>
		`${line}\r\nCall-ID: abc\r\nCSeq: 7 ${method}\r\nContent-Length: 0\r\n\r\n`;
	const invite = `INVITE sip:bob@example.org SIP/2.0\r\nCall-ID: abc\r\nCSeq: 7 INVITE\r\nContent-Type: application/sdp\r\n\r\n${sdp('chromium-offer-gathered')}\r\n`;
	const declined = head('SIP/2.0 488 Not Acceptable Here');

	it('beside the offer, and alone', async () => {
		expect(await mattersIn(invite + declined)).toEqual(['sip.not-acceptable']);
		expect(await mattersIn(`10:00 received\n${declined}`)).toEqual(['sip.not-acceptable']);
		const [first] = await findingsOf(invite + declined);
		expect(first!.claim).toContain('488 Not Acceptable Here');
	});

	it('and nothing where another request was refused, or the call was taken then', async () => {
		expect(await mattersIn(invite + head('SIP/2.0 488 No', 'OPTIONS'))).toEqual([]);
		expect(await mattersIn(invite + head('SIP/2.0 401 Unauthorized'))).toEqual([]);
		expect(await mattersIn(invite + declined + invite + head('SIP/2.0 200 OK'))).toEqual([]);
	});
});

import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { conclude, readerOf } from '../../src/lib/inspect/conclude';
import { descriptionAs } from '../../src/lib/inspect/find-descriptions';
import { exchanges } from '../sdp/exchanges';
import { fixture } from '../sdp/fixtures';

const offer = () => descriptionAs(fixture('chromium-offer-gathered'));
const answer = () => descriptionAs(fixture('chromium-answer-gathered'));
const ids = (all: ReturnType<typeof conclude>) =>
	all.map(({ findings }) => findings.map(({ id }) => id));

describe('what is concluded of what was pasted', () => {
	it('is about both together where there are an offer and its answer, without a name', () => {
		const [one, ...others] = conclude({ descriptions: [offer(), answer()], exchanges: [[0, 1]] });
		expect(others).toEqual([]);
		expect(one).toMatchObject({ about: null, verdict: { isGood: true } });
	});

	it('says of a pasted pranswer what browsers make of that', () => {
		const found = recognise(
			[offer(), answer()]
				.map(({ sdp }, at) => JSON.stringify({ type: ['offer', 'pranswer'][at], sdp }))
				.join('\n')
		);
		if (!('exchanges' in found)) throw new Error(found.sentence);
		expect(conclude(found)[0]?.verdict?.sentence).toBe(
			'Firefox refuses this provisional answer, Chromium accepts it.'
		);
	});

	it('takes a provisional answer that became final for final', () => {
		const said = (status: string, sdp: string) =>
			`${status}\r\nContent-Type: application/sdp\r\n\r\n${sdp}\r\n`;
		const found = recognise(
			said('INVITE sip:jane@example.org SIP/2.0', offer().sdp) +
				said('SIP/2.0 183 Session Progress', answer().sdp) +
				said('SIP/2.0 200 OK', answer().sdp)
		);
		if (!('exchanges' in found)) throw new Error(found.sentence);
		expect(conclude(found).map(({ verdict }) => verdict?.sentence)).toEqual([
			'A browser accepts this answer.'
		]);
	});

	it('is about each exchange, with the one before as the connection that stands', () => {
		const descriptions = exchanges('dtls-role-flipped')
			.flatMap((one) => [one.offer, one.answer])
			.map((sdp) => descriptionAs(sdp));
		const all = conclude({
			descriptions,
			exchanges: [
				[0, 1],
				[2, 3]
			]
		});
		expect(all.map(({ about }) => about)).toEqual(['Offer and answer 1', 'Offer and answer 2']);
		expect(ids(all)[0]).not.toContain('answer.dtls-role-flipped');
		expect(ids(all)[1]?.[0]).toBe('answer.dtls-role-flipped');
	});

	it('is about each description that belongs to no exchange, by the number of its reader', () => {
		const all = conclude({ descriptions: [offer(), answer(), offer()], exchanges: [[0, 1]] });
		expect(all.map(({ about }) => about)).toEqual(['Offer and answer', 'Description 3, offer']);
		expect(readerOf(2)).toBe('pasted-3');
	});

	it('counts candidates that came beside one description as its own', () => {
		const bare = descriptionAs(
			fixture('chromium-offer-created').replace(/^a=candidate:.*\r?\n/gm, '')
		);
		const candidates = [{ text: 'candidate:1 1 udp 2122260223 127.0.0.1 5000 typ host' }];
		expect(ids(conclude({ descriptions: [bare], exchanges: [], candidates }))[0]).toContain(
			'ice.only-loopback'
		);
		// Of two descriptions it is not known whose they are.
		const [beside, ...others] = conclude({
			descriptions: [bare, answer()],
			exchanges: [],
			candidates
		});
		expect(beside?.findings).toMatchObject([
			{ id: 'ice.only-loopback', severity: 'worth knowing' }
		]);
		expect(ids(others).flat()).not.toContain('ice.only-loopback');
	});

	it('says that offers crossed, and that no call comes of it only where nobody answers', () => {
		const other = descriptionAs(
			fixture('chromium-answer-gathered').replaceAll(/^a=setup:.*$/gm, 'a=setup:actpass')
		);
		const severity = (found: Parameters<typeof conclude>[0]) =>
			conclude(found)[0]!.findings.map(({ id, severity: how }) => [id, how]);
		expect(severity({ descriptions: [offer(), other], exchanges: [], crossed: [0, 1] })).toEqual([
			['negotiation.glare', 'breaks the call']
		]);
		expect(
			severity({
				descriptions: [offer(), other, answer()],
				exchanges: [[0, 2]],
				crossed: [0, 1]
			})
		).toEqual([['negotiation.glare', 'worth knowing']]);
	});

	it('does not miss in a part what may stand in the rest', () => {
		const part = fixture('firefox-offer-gathered').replace(/^[^]*?(?=m=)/, '');
		const all = conclude({ descriptions: [descriptionAs(part)], exchanges: [] });
		expect(all).toMatchObject([{ verdict: null }]);
		expect(ids(all)[0]!.filter((id) => id.startsWith('sdp.'))).toEqual([]);
	});

	it('says how far candidates reach that came alone, as something worth knowing', () => {
		const of = (...addresses: readonly string[]) =>
			conclude({
				descriptions: [],
				exchanges: [],
				candidates: addresses.map((address) => ({
					text: `candidate:1 1 udp 2122260223 ${address} 50001 typ host`,
					problem: address.includes('…') ? 'shortened' : null
				}))
			}).flatMap(({ findings }) => findings.map(({ id, severity }) => [id, severity]));
		expect(of('127.0.0.1')).toEqual([['ice.only-loopback', 'worth knowing']]);
		expect(of('192.168.1.4', '10.0.0.3')).toEqual([['ice.only-private', 'worth knowing']]);
		expect(of('192.168.1.4', '203.0.113.7')).toEqual([]);
		expect(of('192.1…')).toEqual([]);
	});

	it('ends, however much there is', () => {
		const many = Array.from({ length: 200 }, offer);
		expect(conclude({ descriptions: many, exchanges: [] }).length).toBe(20);
	});
});

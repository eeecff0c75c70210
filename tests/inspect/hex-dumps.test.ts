import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { sdp } from './fixtures';
import { DUMPS, ethernet, ip4, ip6, STREAMS, tcp, udp, type Dump } from './hex-writers';

const bare = (text: string) => text.replace(/a=setup:\w+\r\n/g, '');
const [OFFER, ANSWER] = [
	bare(sdp('chromium-offer-gathered')),
	bare(sdp('firefox-answer-gathered'))
];
const bytesOf = (text: string) => new TextEncoder().encode(text);
const all = Object.entries({ ...DUMPS, ...STREAMS });

/** Each description that is read, with its type; nothing else may be found. */
function readBack(text: string) {
	const found = recognise(text);
	if (!('descriptions' in found)) throw new Error(found.sentence);
	expect([text, found.unused, found.candidates]).toEqual([text, [], []]);
	return found.descriptions.map((one) => [one.type, one.sdp]);
}

const invite = `INVITE sip:jane@example.org SIP/2.0\r\nCSeq: 1 INVITE\r\nContent-Type: application/sdp\r\n\r\n${OFFER}`;
const ok = `SIP/2.0 200 OK\r\nCSeq: 1 INVITE\r\nContent-Type: application/sdp\r\n\r\n${ANSWER}`;
const both = [
	['offer', OFFER],
	['answer', ANSWER]
];

describe('a description is read byte for byte out of', () => {
	it.each(all)('%s', (_, dump) => {
		expect(readBack(dump(bytesOf(OFFER)))).toEqual([[null, OFFER]]);
		expect(readBack(`offer:\n${dump(bytesOf(OFFER))}`)).toEqual([['offer', OFFER]]);
	});

	it('rows, wherever it ends', () => {
		const dumps = fc.constantFrom(...Object.entries(DUMPS));
		// What looks like bytes in the column of text is none.
		const name = fc.stringMatching(/^[0-9a-f]{0,40}( [0-9a-f]{2}){0,9}$/);
		fc.assert(
			fc.property(dumps, name, ([key, dump], value) => {
				const text = `v=0\r\no=- 1 2 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\na=label:${value}x\r\n`;
				expect([key, readBack(dump(bytesOf(text)))]).toEqual([key, [[null, text]]]);
			}),
			{ numRuns: 400 }
		);
	});
});

describe('a call is read out of packets of SIP', () => {
	const packets: Readonly<Record<string, (text: string) => Uint8Array>> = {
		'without a header': bytesOf,
		'over UDP': (text) => ip4(17, udp(bytesOf(text))),
		'over TCP': (text) => ip4(6, tcp(bytesOf(text))),
		'over IPv6': (text) => ip6(17, udp(bytesOf(text))),
		'over Ethernet': (text) => ethernet(ip4(17, udp(bytesOf(text)))),
		'over IPv6 and Ethernet': (text) => ethernet(ip6(6, tcp(bytesOf(text))))
	};
	const between = '12:00:01.5 IP 192.0.2.2.5060 > 192.0.2.1.5060: SIP: SIP/2.0 200 OK\n';

	it.each(Object.entries(packets))('%s', (_, packet) => {
		for (const dump of Object.values(DUMPS)) {
			expect(readBack(dump(packet(invite)) + between + dump(packet(ok)))).toEqual(both);
		}
		const stream = STREAMS['Wireshark, a hex stream']!;
		expect(readBack(`${stream(packet(invite))}\n\n${stream(packet(ok))}\n`)).toEqual(both);
	});

	it('though TCP broke a message into several, wherever', () => {
		const cuts = fc.array(fc.nat(invite.length), { maxLength: 4 });
		fc.assert(
			fc.property(cuts, (places) => {
				const sorted = [0, ...places.toSorted((a, b) => a - b), invite.length];
				const parts = sorted.slice(1).map((to, at) => invite.slice(sorted[at], to));
				const text = [...parts, ok]
					.map((part) => between + DUMPS['tcpdump -X']!(ip4(6, tcp(bytesOf(part)))))
					.join('');
				expect(readBack(text)).toEqual(both);
			}),
			{ numRuns: 50 }
		);
	});

	it('though IP did', () => {
		const whole = udp(bytesOf(invite));
		const dump = DUMPS['tcpdump -X'] as Dump;
		const text = [
			dump(ip4(17, whole.subarray(0, 1480))),
			dump(ip4(17, whole.subarray(1480), 185)),
			dump(ip4(17, udp(bytesOf(ok))))
		];
		expect(readBack(text.join(between))).toEqual(both);
	});

	it('past those that are none', () => {
		const media = DUMPS['tcpdump -X']!(ip4(17, udp(Uint8Array.from([128, 111, 0, 1, 65, 66]))));
		const dump = DUMPS['tcpdump -X']!(ip4(17, udp(bytesOf(invite))));
		expect(readBack(media + between + dump + between + media)).toEqual([both[0]]);
	});
});

describe('no description is', () => {
	it.each([
		['a key', '0f1e2d3c'.repeat(16)],
		['a dump of something else', DUMPS.xxd!(bytesOf('hello there, this is a text of mine'))],
		['a list of numbers', '0001 12 34 56\n0002 12 34 56\n0003 12 34 56\n'.repeat(5)]
	])('%s', (_, text) => {
		expect(recognise(text).kind).toBe('unknown');
	});

	it('what stands between two dumps, though it is one of its own', () => {
		const text = `${DUMPS.xxd!(bytesOf(OFFER))}\nanswer:\n${ANSWER}\n${DUMPS.xxd!(bytesOf(OFFER))}`;
		expect(readBack(text)).toEqual([
			[null, OFFER],
			['answer', ANSWER]
		]);
	});
});

describe('a dump', () => {
	it.each([
		'00000000: 763d 300d 0a6f 3d2d 2031 2031 2049 4e20  v=0..o=- 1 1 IN \n',
		'0000   76 3d 30 0d 0a\n',
		'763d300d0a6f3d2d2031203120494e2049503420\n',
		'0000000   v   =   0  \\r  \\n   o   =   -       1       2       I   N\n',
		'ab '
	])('takes time in proportion to its length: %j', (unit) => {
		const repeated = (length: number) => unit.repeat(Math.ceil(length / unit.length));
		expect(costOfLength(repeated, 16_000, recognise)).toBeLessThan(8);
	});
});

import { describe, expect, it } from 'vitest';
import { recognise, type Recognised } from '../../src/lib/inspect';
import { restOfLine } from '../../src/lib/inspect/unwrap/rest-of-line';
import { costOfLength } from '../tools/growth';
import { mattersIn } from './concluded';
import { sdp } from './fixtures';

const linesOf = (text: string) => text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
const OFFER = linesOf(sdp('chromium-offer-gathered'));
const ANSWER = linesOf(sdp('firefox-answer-gathered'));
type Parts = Extract<Recognised, { descriptions: unknown }>;

function partsOf(text: string): Parts {
	const found = recognise(text);
	if (!('descriptions' in found)) throw new Error(found.sentence);
	return found;
}

/** The descriptions of a text, where nothing stands beside them. */
function read(text: string): string[][] {
	const { descriptions, unused, candidates } = partsOf(text);
	expect([unused, candidates]).toEqual([[], []]);
	return descriptions.map((one) => linesOf(one.sdp));
}

/** Lines as a mail wraps them at a width: at blanks, and longer words stay whole. */
function wrapped(lines: readonly string[], width: number, front = ''): string {
	const rows = lines.flatMap((line) => {
		const made: string[] = [];
		for (const word of line.split(' ')) {
			const last = made.at(-1);
			if (last !== undefined && last.length + 1 + word.length <= width)
				made[made.length - 1] = `${last} ${word}`;
			else made.push(word);
		}
		return made;
	});
	return rows.map((row) => `${front}${row}\n`).join('');
}

describe('lines that were wrapped at blanks are put together,', () => {
	it.for([40, 48, 56, 60, 64, 66, 70, 72, 74, 76, 78, 80, 100])(
		'at a width of %i',
		async (width) => {
			const text = `Offer:\n${wrapped(OFFER, width)}\nAnswer:\n${wrapped(ANSWER, width)}\n`;
			expect(read(text)).toEqual([OFFER, ANSWER]);
			const plain = `Offer:\n${OFFER.join('\n')}\n\nAnswer:\n${ANSWER.join('\n')}\n\n`;
			expect(await mattersIn(text)).toEqual(await mattersIn(plain));
		}
	);

	it.for([60, 72, 76])('in a quotation at a width of %i', (width) => {
		expect(read(`Hi,\n\n${wrapped(OFFER, width, '> ')}\n`)).toEqual([OFFER]);
	});
});

describe('a line that is broken alone is put together, whatever stands around it', () => {
	it.for([
		['a=candidate:1 1 udp 1677729535 203.0.113.1 50010', 'typ srflx raddr 192.168.1.4 rport 5'],
		['a=candidate:1 1 udp 1677729535 203.0.113.1 50010 typ', 'host'],
		['a=candidate:1 1 udp 1677729535 203.0.113.1 50010 typ srflx raddr', '192.168.1.4 rport 5'],
		['a=candidate:1 1 udp 1677729535 203.0.113.1 50010 typ srflx', 'raddr 0.0.0.0 rport 0'],
		['a=candidate:1 1 udp 1677729535 203.0.113.1 50010 typ host', 'generation 0 network-id 1'],
		['a=candidate:1 1 udp 1677729535 203.0.113.1 50010 typ host', 'generation 0 svn 16'],
		['a=candidate:1 1 udp 1677729535 203.0.113.1 50010 typ host generation', '0'],
		['a=candidate:1 1 udp 1677729535 203.0.113.1 50010 typ host generation', '0 ufrag CuL1'],
		['a=candidate:1 1 tcp 1677729535 203.0.113.1 9 typ host', 'tcptype active generation 0'],
		['a=fmtp:111 minptime=10;', 'useinbandfec=1'],
		['a=fmtp:96 level-asymmetry-allowed=1; packetization-mode=1;', 'profile-level-id=42e01f'],
		['a=extmap:9', 'urn:ietf:params:rtp-hdrext:sdes:mid'],
		['a=rtpmap:111', 'opus/48000/2'],
		['a=rtcp-fb:111', 'transport-cc'],
		['a=rtcp:9 IN IP4', '0.0.0.0'],
		[`a=fingerprint:sha-256`, Array.from({ length: 32 }, () => 'A1').join(':')]
	])('%s | %s', ([line, rest]) => {
		const whole = [...OFFER.slice(0, 8), `${line} ${rest}`, ...OFFER.slice(8), `${line} ${rest}`];
		const broken = [...OFFER.slice(0, 8), line!, rest!, ...OFFER.slice(8), line!, rest!];
		expect(read(`${broken.join('\n')}\n`)).toEqual([whole]);
	});

	it('as the formats of a section', () => {
		const formats = Array.from({ length: 24 }, (_, at) => at + 96);
		const line = `m=video 9 UDP/TLS/RTP/SAVPF ${formats.join(' ')}`;
		const at = OFFER.findIndex((one) => one.startsWith('m=video'));
		const whole = OFFER.with(at, line);
		const broken = whole.flatMap((one) => (one === line ? linesOf(wrapped([one], 60)) : [one]));
		expect(broken.length).toBeGreaterThan(whole.length);
		expect(read(`${broken.join('\n')}\n`)).toEqual([whole]);
	});
});

describe('a candidate that stands alone is put together', () => {
	const lines = [1, 2].flatMap((at) => [
		`candidate:${at} 1 udp 1677729535 203.0.113.${at} 50010 typ srflx raddr 192.168.1.4 rport 5 generation 0`,
		`a=candidate:${at} 2 udp 1677729535 203.0.113.${at} 50010 typ host generation 0 network-id 1`
	]);

	it.for([40, 60, 72])('at a width of %i', (width) => {
		for (const front of ['', '> ', '    ']) {
			const { candidates, unused } = partsOf(wrapped(lines, width, front));
			expect(candidates.map(({ text, problem }) => [text, problem])).toEqual(
				lines.map((line) => [line, null])
			);
			expect(unused).toEqual([]);
		}
	});

	it('and ends where it lacks nothing', () => {
		for (const other of ['ICE failed', '50010', 'state checking', 'typ host', 'generation 0']) {
			const { candidates } = partsOf(`${lines[0]}\n${other}\n${lines[1]}\n`);
			expect(candidates.map(({ text }) => text)).toEqual(lines.slice(0, 2));
		}
	});
});

describe('the rest of a line is none that', () => {
	it.for([
		['a=candidate:1 1 udp 1677729535 203.0.113.1 50010 typ host', 'ICE gathering complete'],
		['a=candidate:1 1 udp 1677729535 203.0.113.1 50010 typ host generation 0', '0'],
		['a=candidate:1 1 udp 1677729535 203.0.113.1 50010 typ host generation 0', 'state checking'],
		['a=candidate:1 1 udp 1677729535 203.0.113.1 50010', '50010'],
		['a=candidate:1 1 udp 1677729535 203.0.113.1 50010 typ host generation', 'failed'],
		['m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126', 'ICE: 12'],
		['a=fmtp:111 minptime=10;useinbandfec=1', 'state=checking'],
		['a=fingerprint:sha-256 A1:B2', 'C3:D4'],
		['a=rtpmap:111 opus/48000/2', '10'],
		['a=extmap:9 urn:ietf:params:rtp-hdrext:sdes:mid', 'https://example.org'],
		['a=rtcp:9 IN IP4 0.0.0.0', '10:22:01 INFO']
	])('%s has no place for: %s', ([line, rest]) => {
		expect(restOfLine(line!, rest!)).toBe('none');
	});

	it('a program wrote behind a wide line', () => {
		for (const other of ['10:22:01 INFO tick', 'ICE gathering state: gathering', '12']) {
			const at = OFFER.findIndex((line) => line.startsWith('a=msid-semantic'));
			const text = [...OFFER.slice(0, at + 1), other, ...OFFER.slice(at + 1)].join('\n');
			expect(partsOf(text).descriptions[0]!.sdp).not.toMatch(new RegExp(`^a=msid.*${other}`, 'm'));
		}
	});
});

it('what a line is the rest of is told in time in proportion to the length', () => {
	for (const unit of ['1 ', 'a=1;', 'raddr 1.1.1.1 ', 'A1:']) {
		for (const line of ['a=fmtp:1', 'm=audio 9 A/B 1', 'a=candidate:1 1 udp 1 1.1.1.1 1 typ host'])
			expect(
				costOfLength(
					(count) => unit.repeat(count),
					500,
					(rest) => restOfLine(line, rest)
				)
			).toBeLessThan(8);
	}
});

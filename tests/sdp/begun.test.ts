import { describe, expect, it } from 'vitest';
import { annotate, isBegun } from '../../src/lib/sdp';
import { ATTRIBUTE_RULES, LINE_RULES } from '../../src/lib/sdp/grammar';

const RULES = [...LINE_RULES, ...ATTRIBUTE_RULES].map(([name, rule]) => ({ name, rule }));

describe('a line that stops within what it says', () => {
	it.for(RULES)('may become one of $name', ({ rule: { sample, level } }) => {
		const front = level === 'session' || sample.startsWith('m=') ? '' : 'm=audio 9 RTP/AVP 0\n';
		const isDamaged = (line: string) => annotate(front + line).lines.at(-1)!.problem !== null;
		const begins = sample.startsWith('a=') ? sample.search(/:|$/) : 1;
		const lengths = Array.from({ length: sample.length - begins }, (_, at) => begins + at);
		const cut = lengths.map((length) => sample.slice(0, length));
		// What refers to other lines has a fault where they are not.
		if (isDamaged(sample)) return;
		const isWhole = (line: string) => sample.startsWith('/', line.length);
		expect(cut.filter((line) => isDamaged(line) && !isBegun(line) && !isWhole(line))).toEqual([]);
	});

	it.for([
		'a=setup:activ',
		'a=setup',
		'a=ssrc:2',
		'm=v',
		'm=audio 9 U',
		'a',
		'a=',
		'c=IN IP4',
		'a=rtpmap:0 PCMU/',
		'a=fingerprint:',
		'a=fingerprint:sha-256 F5:44',
		'a=candidate:2',
		...['', ' ho', ' re', ' srflx rad', ' relay raddr 192.0.2.1 rpor'].map(
			(end) => `a=candidate:1 1 udp 2122260223 192.0.2.1 50001 typ${end}`
		)
	])('is begun: %s', (line) => {
		expect(isBegun(line)).toBe(true);
	});

	it.for([
		'a=setup:foo',
		'a=setup:active',
		'a=mid:0',
		'a=candidate:1 1 udp 2122260223 192.0.2.1 fifty typ host',
		'a=candidate:1 1 udp 2122260223 192.0.2.1 50001 typ hos generation 0',
		'm=audio 99999 UDP/TLS/RTP/SAVPF',
		'a=rtpmap:x opus',
		'a=candidate:1 1 udp 1686052607 198.51.100.7 50001 typ srflx',
		'a=candidate:2 1 tcp 1518280447 192.0.2.1 9 typ host',
		'a=rtpmap:111 opus/48000',
		'a=nobody-knows-this',
		'not a line'
	])('is not begun, or not to be mended by what follows: %s', (line) => {
		expect(isBegun(line)).toBe(false);
	});
});

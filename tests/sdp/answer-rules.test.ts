import { describe, expect, it } from 'vitest';
import {
	description,
	HASH,
	OFFERED,
	ANSWERED,
	audio,
	video,
	all,
	compare,
	finding,
	wrong
} from './small-answers';

describe('header extensions', () => {
	const uri = 'urn:ietf:params:rtp-hdrext:sdes:mid';
	const extensions = (
		offered: readonly string[],
		answered: readonly string[],
		session: readonly string[] = []
	) =>
		compare(
			description([...session], audio('0', ...OFFERED, ...offered)),
			description([], audio('0', ...ANSWERED, ...answered))
		);

	it('keep the number that they were offered with', () => {
		expect(wrong(extensions([`a=extmap:3 ${uri}`], [`a=extmap:2 ${uri}`]))).toEqual([
			'header extensions'
		]);
		expect(wrong(extensions([`a=extmap:4099 ${uri}`], [`a=extmap:2 ${uri}`]))).toEqual([]);
	});

	it('are not answered where none was offered', () => {
		expect(wrong(extensions([], [`a=extmap:2 ${uri}`]))).toEqual(['header extensions']);
	});

	it('may be offered for all sections at once', () => {
		expect(wrong(extensions([], [`a=extmap:2 ${uri}`], [`a=extmap:2 ${uri}`]))).toEqual([]);
	});
});

describe('lines that are malformed', () => {
	it.each([
		['a=rid:q send', 'a=simulcast:send q', 'a=simulcast:recv q', 'simulcast'],
		['', `a=extmap:2 urn:x`, `a=extmap:0x urn:x`, 'header extensions']
	])('are not relied on: %s %s, %s', (more, offered, answered, about) => {
		const of = compare(
			description([], audio('0', ...OFFERED, ...(more ? [more] : []), offered)),
			description([], audio('0', ...ANSWERED, answered))
		);
		expect(finding(of, about)?.verdict).toBe('wrong');
	});

	it.each([
		['a=ice-pwd:0123456789012345678901', 'a=ice-pwd:short', 'ice-pwd'],
		['a=ice-ufrag:abcd', 'a=ice-ufrag:a', 'ice-ufrag'],
		[`a=fingerprint:sha-256 ${HASH}`, 'a=fingerprint:sha-256 00:11', 'fingerprint']
	])('make the answer wrong: %s as %s', (good, bad, about) => {
		const answer = ANSWERED.map((line) => (line === good ? bad : line));
		const of = compare(
			description([], audio('0', ...OFFERED)),
			description([], audio('0', ...answer))
		);
		expect(wrong(of)).toEqual([about]);
	});
});

describe('a malformed line of the offer', () => {
	it('is said, and not held against the answer', () => {
		const of = compare(
			description([], audio('0', ...OFFERED, 'a=extmap:0x urn:x')),
			description([], audio('0', ...ANSWERED))
		);
		expect(wrong(of)).toEqual([]);
		expect(finding(of, 'header extensions')?.meaning).toMatch(/ In the offer: /);
	});

	it('is no codec that was not offered, where retransmission stays without what it repeats', () => {
		const video96 = (of: readonly string[], formats: string, ...lines: readonly string[]) =>
			description([], video('0', formats, ...of, ...lines));
		const rtx = ['a=rtpmap:97 rtx/90000', 'a=fmtp:97 apt=96'];
		const of = compare(
			video96(OFFERED, '96 97', 'a=rtpmap:96 VP8/90000', ...rtx),
			video96(ANSWERED, '97', ...rtx)
		);
		expect(finding(of, 'codecs')?.meaning).toMatch(
			/ rtx stayed without the codec that it is for\./
		);
		const strange = compare(
			video96(OFFERED, '96', 'a=rtpmap:96 VP8/90000'),
			video96(ANSWERED, '97', 'a=rtpmap:97 AV1/90000')
		);
		expect(finding(strange, 'codecs')?.meaning).toMatch(/ AV1 was not offered\./);
	});

	it('leaves no codec to compare where nothing says what the formats are', () => {
		const bare = (lines: readonly string[]) => description([], video('0', '96', ...lines));
		expect(finding(compare(bare(OFFERED), bare(ANSWERED)), 'codecs')).toBeUndefined();
	});
});

describe('a call between telephones', () => {
	const plain = (...lines: string[]) => description([], ['m=audio 4000 RTP/AVP 0', ...lines]);

	it('is not judged by what browsers want', () => {
		const of = compare(plain('a=rtcp-mux'), plain());
		expect(of.refusedBy).toEqual([]);
		expect(finding(of, 'rtcp-mux')?.verdict).toBe('refused');
		expect(all(of).some(({ meaning }) => /Chromium|Firefox/.test(meaning))).toBe(false);
	});

	it('may do without ICE where only one side knows it', () => {
		const of = compare(plain('a=ice-ufrag:abcd', 'a=ice-pwd:0123456789012345678901'), plain());
		expect(wrong(of)).toEqual([]);
		expect(finding(of, 'ICE')?.meaning).toMatch(/media go to the address of its c= line/);
	});
});

describe('the sections as a whole', () => {
	const [one, two] = [
		audio('0', ...OFFERED),
		video('1', '96', ...OFFERED, 'a=rtpmap:96 VP8/90000')
	];

	it('must be as many as were offered', () => {
		const of = compare(description([], one, two), description([], audio('0', ...ANSWERED)));
		expect(finding(of, 'sections')?.meaning).toMatch(
			/^2 sections offered \(audio and video\), 1 answered \(audio\)/
		);
		expect(of.refusedBy).toEqual(['Chromium', 'Firefox']);
	});

	it('must be of the same kinds, even where they are rejected', () => {
		const other = ['m=application 0 UDP/DTLS/SCTP webrtc-datachannel', 'a=mid:1'];
		const of = compare(description([], one, two), description([], audio('0', ...ANSWERED), other));
		expect(wrong(of)).toContain('m');
	});
});

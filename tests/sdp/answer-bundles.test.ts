import { describe, expect, it } from 'vitest';
import type { DescriptionDiff } from '../../src/lib/sdp';
import {
	description,
	OFFERED,
	ANSWERED,
	audio,
	video,
	all,
	compare,
	finding,
	wrong
} from './small-answers';

describe('what a bundled section inherits', () => {
	const offer = description(['a=group:BUNDLE 0 1'], audio('0', ...OFFERED), audio('1', ...OFFERED));

	// Of ufrag and password one alone is a fault of its line.
	it.each([['ice-ufrag', 'ice-pwd'], ['fingerprint'], ['setup'], ['rtcp-mux']])(
		'does not miss a=%s where the tagged section has it',
		(...names) => {
			const rest = ANSWERED.filter((line) => !names.some((name) => line.startsWith(`a=${name}`)));
			const answer = description(
				['a=group:BUNDLE 0 1'],
				audio('0', ...ANSWERED),
				audio('1', ...rest)
			);
			expect(wrong(compare(offer, answer))).toEqual([]);
		}
	);

	it.each([
		['ice-ufrag', 'ICE'],
		['ice-pwd', 'ICE'],
		['fingerprint', 'fingerprint'],
		['setup', 'setup']
	])('misses a=%s outside the bundle', (name, about) => {
		const rest = ANSWERED.filter((line) => !line.startsWith(`a=${name}`));
		const answer = description(['a=group:BUNDLE 0'], audio('0', ...ANSWERED), audio('1', ...rest));
		expect(wrong(compare(offer, answer))).toEqual([about]);
	});

	it('goes by the tagged section, whatever another one says', () => {
		const answer = description(
			['a=group:BUNDLE 0 1'],
			audio('0', ...ANSWERED),
			audio('1', ...OFFERED)
		);
		expect(wrong(compare(offer, answer))).toEqual([]);
	});

	it('does not pass on what is of another category', () => {
		const sending = description(
			['a=group:BUNDLE 0 1'],
			audio('0', ...OFFERED, 'a=sendonly'),
			audio('1', ...OFFERED, 'a=sendonly')
		);
		const answer = description(
			['a=group:BUNDLE 0 1'],
			audio('0', ...ANSWERED, 'a=recvonly'),
			audio('1', ...ANSWERED)
		);
		expect(wrong(compare(sending, answer))).toEqual(['direction']);
	});

	it('inherits from the first section that is not rejected', () => {
		const answer = description(
			['a=group:BUNDLE 1 2'],
			audio('0').with(0, 'm=audio 0 UDP/TLS/RTP/SAVPF 0'),
			audio('1', ...ANSWERED),
			audio('2')
		);
		const three = description(
			['a=group:BUNDLE 0 1 2'],
			...['0', '1', '2'].map((mid) => audio(mid, ...OFFERED))
		);
		expect(wrong(compare(three, answer))).toEqual([]);
	});

	it('takes the session part for both, but not for what belongs into a section', () => {
		const fallback = OFFERED.filter((line) => line !== 'a=rtcp-mux');
		const general = description([...fallback, 'a=rtcp-mux'], audio('0'));
		const answer = description([...ANSWERED.filter((line) => line !== 'a=rtcp-mux')], audio('0'));
		expect(wrong(compare(general, answer))).toEqual([]);
		expect(finding(compare(general, answer), 'rtcp-mux')).toBeUndefined();
	});

	it('offers a bundle-only section with the transport of the tagged one', () => {
		const only = ['m=audio 0 UDP/TLS/RTP/SAVPF 0', 'a=mid:1', 'a=bundle-only'];
		const lean = description(['a=group:BUNDLE 0 1'], audio('0', ...OFFERED), only);
		const bare = description(['a=group:BUNDLE 0'], audio('0', ...ANSWERED), audio('1'));
		expect(wrong(compare(lean, bare))).toContain('ICE');
		expect(finding(compare(lean, bare), 'BUNDLE')?.meaning).toMatch(
			/^Section “1” is offered for the bundle only \(a=bundle-only\) and accepted outside it/
		);
	});
});

describe('bundles', () => {
	const sections = (lines: readonly string[]) => ['0', '1', '2'].map((mid) => audio(mid, ...lines));
	const offer = description(['a=group:BUNDLE 0 1 2'], ...sections(OFFERED));
	const answered = (...groups: string[]) =>
		compare(
			offer,
			description(
				groups.map((group) => `a=group:${group}`),
				...sections(ANSWERED)
			)
		);
	const bundle = (of: DescriptionDiff) => finding(of, 'BUNDLE');

	it('tells what leaves the bundle from what is rejected', () => {
		expect(bundle(answered('BUNDLE 0 1'))?.meaning).toBe(
			'One transport for 0 and 1; 2 stays outside.'
		);
		const rejected = audio('2').with(0, 'm=audio 0 UDP/TLS/RTP/SAVPF 0');
		const answer = description(['a=group:BUNDLE 0 1'], ...sections(ANSWERED).slice(0, 2), rejected);
		expect(bundle(compare(offer, answer))).toMatchObject({
			verdict: 'narrowed',
			meaning: 'One transport for 0 and 1; 2 is rejected, and so not in it.'
		});
	});

	it('reads every group, of whatever semantics the first is', () => {
		const two = ['a=group:LS 0 1', 'a=group:BUNDLE 0 1', 'a=group:BUNDLE 2'];
		const both = compare(
			description(two, ...sections(OFFERED)),
			description(two, ...sections(ANSWERED))
		);
		expect(all(both).filter(({ about }) => about === 'BUNDLE')).toMatchObject([
			{ verdict: 'kept', meaning: 'One transport for 0 and 1, as offered.' },
			{ verdict: 'kept', meaning: 'One transport for 2, as offered.' }
		]);
	});

	it.each([
		[['BUNDLE 0 1', 'BUNDLE 2'], /^The one bundle of 0, 1 and 2 is answered as 2/],
		[['BUNDLE 0 1 9'], /^The answer bundles 9, which the offer did not\./],
		[['BUNDLE 0 1 1 2'], /^In the answer: A section is named twice\.$/]
	])('finds fault with %j', (groups, meaning) => {
		expect(bundle(answered(...groups))?.verdict).toBe('wrong');
		expect(bundle(answered(...groups))?.meaning).toMatch(meaning);
	});

	it('finds fault with two bundles that are answered as one', () => {
		const two = description(['a=group:BUNDLE 0 1', 'a=group:BUNDLE 2'], ...sections(OFFERED));
		const one = description(['a=group:BUNDLE 0 1 2'], ...sections(ANSWERED));
		expect(bundle(compare(two, one))?.meaning).toMatch(/those are different bundles in the offer/);
	});

	it('bundles what was not offered in a bundle', () => {
		const none = description([], ...sections(OFFERED));
		const answer = description(['a=group:BUNDLE 0 1'], ...sections(ANSWERED));
		expect(bundle(compare(none, answer))).toMatchObject({ verdict: 'wrong', before: null });
	});
});

describe('numbers in a bundle', () => {
	const pair = (first: readonly string[], second: readonly string[], lines: readonly string[]) =>
		description(
			['a=group:BUNDLE 0 1'],
			video('0', '96', ...lines, ...first),
			video('1', '96', ...lines, ...second)
		);
	const vp8 = ['a=rtpmap:96 VP8/90000'];
	const vp9 = ['a=rtpmap:96 VP9/90000'];

	it('finds a payload type with two meanings, in the answer and in the offer', () => {
		const of = compare(pair(vp8, vp9, OFFERED), pair(vp8, vp9, ANSWERED));
		expect(all(of).filter(({ about }) => about === 'payload types')).toMatchObject([
			{ verdict: 'wrong', after: null, meaning: expect.stringMatching(/the bundle of the offer/) },
			{ verdict: 'wrong', before: null, meaning: expect.stringMatching(/in one bundle/) }
		]);
	});

	it('takes one codec with one payload type in many sections', () => {
		const of = compare(pair(vp8, vp8, OFFERED), pair(vp8, vp8, ANSWERED));
		expect(wrong(of)).toEqual([]);
	});

	it('does not mind where the sections have transports of their own', () => {
		const apart = (lines: readonly string[]) =>
			description([], video('0', '96', ...lines, ...vp8), video('1', '96', ...lines, ...vp9));
		expect(wrong(compare(apart(OFFERED), apart(ANSWERED)))).toEqual([]);
	});

	it('finds a number that stands for two header extensions', () => {
		const [mid, rid] = ['a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid', 'a=extmap:4 urn:x:other'];
		const of = compare(
			pair([...vp8, mid!], [...vp8, rid!], OFFERED),
			pair([...vp8, mid!], [...vp8, rid!], ANSWERED)
		);
		expect(wrong(of)).toEqual(['header extensions', 'header extensions']);
		// Numbers from 4096 on stand for alternatives (RFC 8285, 7).
		const [one, other] = [mid!.replace('4', '4096'), rid!.replace('4', '4096')];
		const open = compare(pair([...vp8, one], [...vp8, other], OFFERED), pair(vp8, vp8, ANSWERED));
		expect(wrong(open)).toEqual([]);
	});
});

import { describe, expect, it } from 'vitest';
import { description, OFFERED, ANSWERED, video, compare, finding, wrong } from './small-answers';

describe('codecs that differ in a parameter only', () => {
	const codec = (name: string, parameters: string, lines: readonly string[]) =>
		description(
			[],
			video(
				'0',
				'96',
				...lines,
				`a=rtpmap:96 ${name}`,
				...(parameters ? [`a=fmtp:96 ${parameters}`] : [])
			)
		);
	const codecs = (name: string, offered: string, answered: string) =>
		compare(codec(name, offered, OFFERED), codec(name, answered, ANSWERED));

	it.each([
		// RFC 6184, 8.1: without profile-level-id it is Baseline, level 1, in packetization mode 0.
		['H264/90000', '', 'profile-level-id=42000a'],
		['H264/90000', 'profile-level-id=42000a', 'packetization-mode=0'],
		['H264/90000', 'profile-level-id=42E01F', 'profile-level-id=4d8014'],
		['VP9/90000', '', 'profile-id=0'],
		['H265/90000', '', 'profile-id=1;tier-flag=0;tx-mode=SRST'],
		['H265/90000', 'level-id=120', 'level-id=93'],
		['AV1/90000', '', 'profile=0;level-idx=5;tier=0'],
		['AV1/90000', 'level-idx=5', 'level-idx=19;tier=1'],
		['VP8/90000', 'max-fs=12288', '']
	])('takes %s %j as %j', (name, offered, answered) => {
		expect(wrong(codecs(name, offered, answered))).toEqual([]);
		expect(finding(codecs(name, offered, answered), 'codecs')?.verdict).toBe('kept');
	});

	it.each([
		[
			'H264/90000',
			'profile-level-id=42e01f',
			'profile-level-id=640032',
			'profile-level-id: Constrained Baseline (42e01f) offered, High (640032) answered'
		],
		[
			'H264/90000',
			'profile-level-id=42e01f',
			'',
			'profile-level-id: Constrained Baseline (42e01f) offered, Baseline (42000a, for there is no profile-level-id) answered'
		],
		[
			'H264/90000',
			'packetization-mode=1',
			'',
			'packetization-mode: 1 offered, 0, for there is no packetization-mode answered'
		],
		['VP9/90000', 'profile-id=0', 'profile-id=2', 'profile-id: 0 offered, 2 answered'],
		[
			'H265/90000',
			'profile-id=1;tier-flag=0',
			'profile-id=2;tier-flag=1',
			'profile-id: 1 offered, 2 answered; tier-flag: 0 offered, 1 answered'
		],
		['AV1/90000', 'profile=0', 'profile=1', 'profile: 0 offered, 1 answered']
	])('names in what %s %j differs from %j', (name, offered, answered, difference) => {
		const found = finding(codecs(name, offered, answered), 'codecs');
		expect(found?.verdict).toBe('wrong');
		expect(found?.meaning).toContain(`${name.split('/')[0]} differs in ${difference}.`);
	});

	it('names the clock and the channels', () => {
		const sound = (format: string, lines: readonly string[]) =>
			description(
				[],
				['m=audio 9 UDP/TLS/RTP/SAVPF 96', 'a=mid:0', ...lines, `a=rtpmap:96 ${format}`]
			);
		const found = compare(sound('L16/48000/2', OFFERED), sound('L16/44100', ANSWERED));
		expect(finding(found, 'codecs')?.meaning).toContain(
			'L16 differs in clock: 48000 offered, 44100 answered; channels: 2 offered, 1 answered.'
		);
	});

	it('says which variant is dropped where another of its name stays', () => {
		const two = description(
			[],
			video(
				'0',
				'96 97',
				...OFFERED,
				'a=rtpmap:96 VP9/90000',
				'a=rtpmap:97 VP9/90000',
				'a=fmtp:97 profile-id=2'
			)
		);
		const of = compare(two, codec('VP9/90000', '', ANSWERED));
		expect(finding(of, 'codecs')?.meaning).toBe(
			'1 of 2 offered codecs kept, without VP9 profile 2; VP9 is preferred.'
		);
	});
});

describe('levels', () => {
	const level = (name: string, parameters: string, lines: readonly string[]) =>
		description(
			[],
			video('0', '96', ...lines, `a=rtpmap:96 ${name}/90000`, `a=fmtp:96 ${parameters}`)
		);
	const levels = (name: string, offered: string, answered: string) =>
		finding(compare(level(name, offered, OFFERED), level(name, answered, ANSWERED)), 'level');
	const both = 'level-asymmetry-allowed=1';

	it.each([
		['H264', 'profile-level-id=42e01f', 'profile-level-id=42e034'],
		['H264', `profile-level-id=42e01f;${both}`, 'profile-level-id=42e034'],
		['H264', 'profile-level-id=42e01f', `profile-level-id=42e034;${both}`],
		// Level 1b, written with constraint bit 3, lies above 1 and below 1.1.
		['H264', 'profile-level-id=42e00a', 'profile-level-id=42f00b'],
		['H264', 'packetization-mode=0', 'profile-level-id=42001f'],
		['H265', 'level-id=93', 'level-id=120'],
		['H265', 'profile-id=1', 'level-id=120']
	])('may not be raised: %s %s, %s', (name, offered, answered) => {
		expect(levels(name, offered, answered)).toMatchObject({ verdict: 'wrong' });
	});

	it.each([
		['H264', 'profile-level-id=42e034', 'profile-level-id=42e01f'],
		['H264', `profile-level-id=42e01f;${both}`, `profile-level-id=42e034;${both}`],
		['H265', 'level-id=93;max-recv-level-id=150', 'level-id=120'],
		['H265', 'level-id=120', 'level-id=93'],
		['AV1', 'level-idx=5', 'level-idx=19']
	])('may be what they are: %s %s, %s', (name, offered, answered) => {
		expect(levels(name, offered, answered)).toBeUndefined();
	});

	it('is compared with the highest that was offered', () => {
		const two = description(
			[],
			video(
				'0',
				'96 97',
				...OFFERED,
				...['a=rtpmap:96 H264/90000', 'a=fmtp:96 profile-level-id=42e01f'],
				...['a=rtpmap:97 H264/90000', 'a=fmtp:97 profile-level-id=42e034']
			)
		);
		const answer = level('H264', 'profile-level-id=42e028', ANSWERED);
		expect(finding(compare(two, answer), 'level')).toBeUndefined();
	});
});

import { describe, expect, it } from 'vitest';
import { annotate, h264Profile } from '../../src/lib/sdp';
import { lastOf, meaningIn } from './in-section';

const AUDIO = [
	'm=audio 9 UDP/TLS/RTP/SAVPF 0 8 97 98 99 100 101',
	'a=rtpmap:97 opus/48000/2',
	'a=rtpmap:98 red/8000',
	'a=rtpmap:99 AMR-WB/16000',
	'a=rtpmap:100 AMR/8000',
	'a=rtpmap:101 red/48000/2'
];
const VIDEO = [
	'm=video 9 UDP/TLS/RTP/SAVPF 96 97 98 99',
	'a=rtpmap:96 H264/90000',
	'a=rtpmap:97 H265/90000',
	'a=rtpmap:98 AV1/90000',
	'a=rtpmap:99 rtx/90000'
];

const audio = (text: string) => lastOf([...AUDIO, text]);
const video = (text: string) => lastOf([...VIDEO, text]);

describe('a=rtpmap', () => {
	it.each([
		['opus/48000', 'Opus always has 2 channels in a=rtpmap: opus/48000/2.'],
		['opus/16000/2', 'Opus always has the clock rate 48000 in a=rtpmap.'],
		['OPUS/48000/1', 'Opus always has 2 channels in a=rtpmap: OPUS/48000/2.'],
		['opus/48000/stereo', 'Opus always has 2 channels in a=rtpmap: opus/48000/2.'],
		['G722/16000', 'G.722 always has the clock rate 8000 in a=rtpmap.'],
		['VP8/48000', 'VP8 always has the clock rate 90000 in a=rtpmap.'],
		['AMR-WB/8000', 'AMR wideband always has the clock rate 16000 in a=rtpmap.'],
		['L16/0', 'The clock rate must be a number greater than 0.'],
		['L16/44100/two', 'The number of channels must be a number greater than 0.'],
		['L16/44100/0', 'The number of channels must be a number greater than 0.']
	])('of %s: %s', (value, problem) => {
		expect(lastOf(['m=audio 9 RTP/AVP 96', `a=rtpmap:96 ${value}`]).problem).toBe(problem);
	});

	it.each(['opus/48000/2', 'PCMU/8000', 'PCMU/16000', 'L16/44100/2', 'CN/16000', 'red/48000/2'])(
		'finds nothing wrong with %s',
		(value) => {
			expect(lastOf(['m=audio 9 RTP/AVP 96', `a=rtpmap:96 ${value}`]).problem).toBeNull();
		}
	);

	it.each(['128', '-1', '1.5', 'x', '999', '0x60'])('takes %s for no payload type', (value) => {
		expect(lastOf(['m=audio 9 RTP/AVP 0', `a=rtpmap:${value} L16/8000`]).problem).toBe(
			'The payload type must be a number from 0 to 127.'
		);
	});

	it('gives each of two lines for one payload type its own sentence, and the second a problem', () => {
		const { lines } = annotate(
			[
				'm=video 9 UDP/TLS/RTP/SAVPF 96',
				'a=rtpmap:96 VP8/90000',
				'a=rtpmap:96 H264/90000',
				'a=fmtp:96 profile-level-id=42e01f'
			].join('\n')
		);
		expect(lines[1]?.explanation).toBe(
			'RTP packets with payload type 96 carry VP8, a video codec that every browser must have.'
		);
		expect(lines[2]?.explanation).toMatch(/here H264 |here Constrained Baseline level 3\.1/);
		expect(lines[1]?.problem).toBeNull();
		expect(lines[2]?.problem).toBe('Payload type 96 has an a=rtpmap line already.');
	});

	it('finds two a=fmtp lines and two a=imageattr lines for one payload type', () => {
		const twice = (text: string) => lastOf([...VIDEO, text, text]).problem;
		expect(twice('a=fmtp:96 packetization-mode=1')).toBe(
			'Payload type 96 has an a=fmtp line already.'
		);
		expect(twice('a=imageattr:96 recv *')).toBe('Payload type 96 has an a=imageattr line already.');
	});
});

describe('a=fmtp of a payload type', () => {
	it('means nothing where the section is rejected', () => {
		expect(lastOf(['m=video 0 UDP/TLS/RTP/SAVPF 99', 'a=fmtp:99 apt=98']).problem).toBeNull();
	});

	it('leaves it to the m= line to say that an a=rtpmap line is missing', () => {
		expect(lastOf(['m=video 9 UDP/TLS/RTP/SAVPF 99', 'a=fmtp:99 a=1']).problem).toBeNull();
		expect(lastOf(['m=video 9 UDP/TLS/RTP/SAVPF 99', 'a=fmtp:98 a=1']).problem).toBe(
			'The section has no payload type “98”.'
		);
	});

	it('may have spaces around its parameters', () => {
		expect(audio('a=fmtp:97 useinbandfec=1 ; usedtx=1 ').problem).toBeNull();
	});
});

describe('RED', () => {
	it.each([
		[
			'98 0/8',
			'red (98): each packet carries blocks of 2 encodings: PCMU, and what came before it again as PCMA.'
		],
		[
			'98 0/8/8',
			'red (98): each packet carries blocks of 2 encodings: PCMU, and what came before it again as PCMA and PCMA.'
		],
		[
			'98 0/8/100',
			'red (98): each packet carries blocks of 3 encodings: PCMU, and what came before it again as PCMA and AMR.'
		],
		['101 97/97', 'red (101): each packet carries opus and up to 1 earlier piece of it again.'],
		['101 97', 'red (101): each packet carries opus, and nothing again.']
	])('%s: %s', (value, sentence) => {
		expect(audio(`a=fmtp:${value}`)).toMatchObject({ problem: null, explanation: sentence });
	});

	it.each([
		['98 0/77', 'RED carries payload type “77”, which the section does not have.'],
		['98 98/98', 'RED carries payload type “98”, which is RED itself.'],
		['98 x/0', 'RED carries payload type “x”, which the section does not have.']
	])('%s: %s', (value, problem) => {
		expect(audio(`a=fmtp:${value}`).problem).toBe(problem);
	});
});

describe('H.264', () => {
	it.each([
		['4200ff', 'Baseline', 'an unknown level (ff)', null],
		['42e000', 'Constrained Baseline', 'an unknown level (00)', null],
		['420014', 'Baseline', 'level 2', '352×288 at 30 frames/s'],
		['640020', 'High', 'level 3.2', '1280×720 at 60 frames/s'],
		['42e00e', 'Constrained Baseline', 'an unknown level (0e)', null],
		['640009', 'High', 'level 1b', '176×144 at 15 frames/s']
	])('%s is %s, %s', (value, name, level, limit) => {
		expect(h264Profile(value)).toMatchObject({ name, level, limit, isDefined: limit !== null });
	});

	it('says so where the level is unknown', () => {
		expect(video('a=fmtp:96 profile-level-id=4200ff').explanation).toBe(
			'H264 (96): Baseline profile, an unknown level (ff).'
		);
	});
});

describe('H.265', () => {
	it.each([
		[
			'profile-id=1;tier-flag=0;level-id=93',
			'Main profile; main tier; level 3.1, up to 1280×720 at 33 frames/s'
		],
		[
			'profile-id=2;tier-flag=1;level-id=153',
			'Main 10 profile; high tier; level 5.1, up to 4096×2160 at 60 frames/s'
		],
		['profile-id=4', 'a profile of the format range extensions (more bits or more colour)'],
		['profile-id=9', 'a profile for screen content'],
		['level-id=94', 'an unknown level (94)'],
		['profile-space=0', 'profiles as H.265 itself numbers them'],
		['profile-id=31', 'profile 31'],
		['tx-mode=MRST', 'layers in RTP streams of their own (MRST)'],
		['max-recv-level-id=123', 'receives up to level 4.1, up to 1920×1080 at 60 frames/s'],
		['interop-constraints=B00000000000', 'the constraints B00000000000 on what the bitstream uses'],
		[
			'sprop-vps=QAE=;sprop-sps=QgE=;sprop-pps=RAE=',
			'the video parameter set, in base64; the sequence parameter set, in base64; the picture parameter set, in base64'
		],
		['sprop-max-don-diff=2', 'packets may be out of decoding order by up to 2 NAL units'],
		['max-lsr=1000', 'decodes 1000 luma samples per second'],
		['max-fps=3000', 'at most 30 frames per second']
	])('%s: %s', (value, clause) => {
		const line = video(`a=fmtp:97 ${value}`);
		expect(line.problem).toBe(
			value === 'level-id=94'
				? 'level-id must be the number of a level, 30 times its name, not “94”.'
				: null
		);
		expect(line.explanation).toBe(`H265 (97): ${clause}.`);
	});

	it('tells its variants apart by profile, tier and level', () => {
		const variant = (parameters: string) =>
			annotate([...VIDEO, ...(parameters === '' ? [] : [`a=fmtp:97 ${parameters}`])].join('\n'))
				.lines[2]?.explanation;
		expect(variant('profile-id=2;tier-flag=1;level-id=150')).toMatch(
			/; here Main 10 profile, high tier, level 5\.$/
		);
		// RFC 7798, 7.1: without parameters Main profile, main tier, level 3.1.
		expect(variant('')).toMatch(/; here Main profile, main tier, level 3\.1\.$/);
	});
});

describe('AV1', () => {
	it.each([
		['level-idx=5', 'level 3.1, about 1280×720 at 30 frames/s', null],
		['level-idx=23', 'level 7.3', null],
		[
			'level-idx=24',
			'a reserved level (24)',
			'level-idx must be a number from 0 to 23, or 31, not “24”.'
		],
		[
			'level-idx=30',
			'a reserved level (30)',
			'level-idx must be a number from 0 to 23, or 31, not “30”.'
		],
		['level-idx=31', 'no limit by a level', null],
		['level-idx=40', 'level “40”', 'level-idx must be a number from 0 to 23, or 31, not “40”.'],
		['profile=3', 'profile 3', 'profile must be a number from 0 to 2, not “3”.'],
		['tier=2', 'tier 2', 'tier must be 0 or 1, not “2”.']
	])('%s: %s', (value, clause, problem) => {
		expect(video(`a=fmtp:98 ${value}`)).toMatchObject({
			explanation: `AV1 (98): ${clause}.`,
			problem
		});
	});
});

describe('AMR', () => {
	it.each([
		['99 mode-set=0,1,2', 'AMR-WB (99): only the modes 6.6, 8.85 and 12.65 kbit/s may be used.'],
		[
			'99 mode-set=8;octet-align=1',
			'AMR-WB (99): only the mode 23.85 kbit/s may be used; fields are aligned to bytes.'
		],
		['100 mode-set=7', 'AMR (100): only the mode 12.2 kbit/s may be used.'],
		['99 mode-change-period=2', 'AMR-WB (99): the mode may change only after every 2nd frame.'],
		[
			'99 mode-change-capability=2',
			'AMR-WB (99): this side can keep to changes of the mode after every 2nd frame.'
		],
		['99 mode-change-neighbor=1', 'AMR-WB (99): the mode changes only to the next one up or down.'],
		['99 crc=1', 'AMR-WB (99): frames carry a checksum.'],
		['99 robust-sorting=1', 'AMR-WB (99): the bits are sorted by how much they matter.'],
		['99 interleaving=30', 'AMR-WB (99): frames may be interleaved, at most 30 in a group.'],
		['99 max-red=220', 'AMR-WB (99): a frame is repeated at most 220 ms later.'],
		['99 channels=2', 'AMR-WB (99): 2 channels.']
	])('%s: %s', (value, sentence) => {
		expect(audio(`a=fmtp:${value}`)).toMatchObject({ problem: null, explanation: sentence });
	});

	it.each([
		['99 mode-set=9', 'mode-set must be modes from 0 to 8 with commas between them, not “9”.'],
		['100 mode-set=8', 'mode-set must be modes from 0 to 7 with commas between them, not “8”.'],
		['99 mode-set=1,', 'mode-set must be modes from 0 to 8 with commas between them, not “1,”.'],
		['99 mode-change-period=3', 'mode-change-period must be 1 or 2, not “3”.'],
		['99 octet-align=yes', 'octet-align must be 0 or 1, not “yes”.']
	])('%s: %s', (value, problem) => {
		expect(audio(`a=fmtp:${value}`).problem).toBe(problem);
	});
});

describe('parameters whose values are limited', () => {
	it.each([
		['97 useinbandfec=2', 'useinbandfec must be 0 or 1, not “2”.'],
		['97 stereo=true', 'stereo must be 0 or 1, not “true”.'],
		['97 maxaveragebitrate=lots', 'maxaveragebitrate must be a number greater than 0, not “lots”.'],
		[
			'97 maxplaybackrate=96000',
			'maxplaybackrate must be a number from 8000 to 48000, not “96000”.'
		],
		['97 minptime=fast', 'minptime must be a number greater than 0, not “fast”.']
	])('audio: %s: %s', (value, problem) => {
		expect(audio(`a=fmtp:${value}`).problem).toBe(problem);
	});

	it.each([
		[
			'96 profile-level-id=zz',
			'profile-level-id must be three bytes in hexadecimal, the last of them a level, not “zz”.'
		],
		[
			'96 profile-level-id=4200ff',
			'profile-level-id must be three bytes in hexadecimal, the last of them a level, not “4200ff”.'
		],
		['96 packetization-mode=3', 'packetization-mode must be a number from 0 to 2, not “3”.'],
		['96 level-asymmetry-allowed=yes', 'level-asymmetry-allowed must be 0 or 1, not “yes”.'],
		['96 max-fs=-1', 'max-fs must be a number, not “-1”.'],
		['96 packetization-mode=', 'packetization-mode has no value.'],
		['97 profile-id=32', 'profile-id must be a number from 0 to 31, not “32”.'],
		['97 tier-flag=2', 'tier-flag must be 0 or 1, not “2”.'],
		['97 level-id=256', 'level-id must be the number of a level, 30 times its name, not “256”.'],
		['97 tx-mode=X', 'tx-mode must be SRST, MRST or MRMT, not “X”.'],
		['99 apt=96;rtx-time=soon', 'rtx-time must be a number, not “soon”.']
	])('video: %s: %s', (value, problem) => {
		expect(video(`a=fmtp:${value}`).problem).toBe(problem);
	});

	it('asks nothing of a parameter that it does not know', () => {
		expect(video('a=fmtp:96 foo=').problem).toBeNull();
		expect(video('a=fmtp:96 foo=bar').problem).toBeNull();
	});

	it('says what each value says, and not only in the sentence', () => {
		expect(meaningIn(video('a=fmtp:97 tier-flag=1'), 'value')).toBe('High tier.');
		expect(meaningIn(video('a=fmtp:96 profile-level-id=42e000'), 'value')).toBe(
			'Constrained Baseline profile, an unknown level (00).'
		);
	});
});

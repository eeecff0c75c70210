import { amount, bitrate, bytes, clip, count, quote } from '../words';
import { h264Profile } from './h264';
import type { Parameters } from './parameters';

/** A value picked from a list by its number. */
function choice(names: readonly string[], unknown: string) {
	return (value: string) =>
		(/^\d$/.test(value) ? names[Number(value)] : undefined) ?? `${unknown} ${clip(value)}`;
}

/** VP8 and, in Firefox, VP9 (RFC 7741, 6.1). */
const limits: Parameters = {
	'max-fs': (value) =>
		`a frame has at most ${amount(value, (blocks) => `${count(blocks, 'macroblock')} of 16×16, ${blocks * 256} pixels`)}`,
	'max-fr': (value) => `at most ${clip(value)} frames per second`
};

/** H.264 (RFC 6184, 8.1). */
const h264: Parameters = {
	'profile-level-id': (value) => {
		const profile = h264Profile(value);
		if (profile === null) return `there is no profile and level ${quote(value)}`;
		const limit = profile.limit === null ? '' : `, up to ${profile.limit}`;
		return `${profile.name} profile, ${profile.level}${limit}`;
	},
	'packetization-mode': choice(
		[
			'each packet carries one NAL unit, so every slice must fit into a packet (mode 0)',
			'NAL units may be split over packets or share one (mode 1)',
			'packets may be interleaved (mode 2)'
		],
		'packetization mode'
	),
	'level-asymmetry-allowed': (value) =>
		value === '1'
			? 'each direction may have a level of its own'
			: 'both directions must have the same level',
	'sprop-parameter-sets': () => 'the parameter sets of the stream, in base64',
	'max-mbps': (value) =>
		`decodes ${amount(value, (blocks) => count(blocks, 'macroblock'))} per second`,
	// A unit is 1000 bit/s for the video alone, 1200 with the headers of its NAL units.
	'max-br': (value) => `receives up to ${amount(value, (units) => bitrate(units * 1000))}`,
	'max-cpb': (value) =>
		`buffers up to ${amount(value, (units) => bytes(units * 125))} of coded video`,
	'max-dpb': (value) => `keeps up to ${clip(value)} × 8/3 macroblocks of decoded pictures`,
	'sps-pps-idr-in-keyframe': (value) =>
		value === '1'
			? 'each key frame brings its parameter sets along'
			: 'parameter sets need not come with each key frame',
	...limits
};

/** H.265 (RFC 7798, 7.1). */
const h265: Parameters = {
	'profile-id': choice(
		['profile 0', 'Main profile', 'Main 10 profile', 'Main Still Picture profile'],
		'profile'
	),
	'tier-flag': choice(['main tier', 'high tier'], 'tier'),
	'level-id': (value) => `level ${amount(value, (level) => (level / 30).toFixed(1))}`,
	'tx-mode': (value) =>
		value === 'SRST'
			? 'all layers in a single RTP stream (SRST)'
			: `transmission mode ${clip(value)}`
};

/** Level numbers of AV1 and what fits into them (AV1 specification, A.3). */
const AV1_LEVELS: ReadonlyMap<number, string> = new Map([
	[0, '426×240 at 30 frames/s'],
	[1, '640×360 at 30 frames/s'],
	[4, '854×480 at 30 frames/s'],
	[5, '1280×720 at 30 frames/s'],
	[8, '1920×1080 at 30 frames/s'],
	[9, '1920×1080 at 60 frames/s'],
	[12, '3840×2160 at 30 frames/s'],
	[13, '3840×2160 at 60 frames/s'],
	[14, '3840×2160 at 120 frames/s'],
	[15, '3840×2160 at 120 frames/s'],
	[16, '7680×4320 at 30 frames/s'],
	[17, '7680×4320 at 60 frames/s'],
	[18, '7680×4320 at 120 frames/s'],
	[19, '7680×4320 at 120 frames/s']
]);

/** AV1 (RTP Payload Format for AV1, 7.2). */
const av1: Parameters = {
	profile: choice(
		[
			'Main profile: 8 or 10 bits, 4:2:0',
			'High profile: 8 or 10 bits, also 4:4:4',
			'Professional profile: up to 12 bits, also 4:2:2'
		],
		'profile'
	),
	'level-idx': (value) => {
		if (!/^\d{1,2}$/.test(value)) return `level ${quote(value)}`;
		const index = Number(value);
		if (index === 31) return 'no limit by a level';
		const limit = AV1_LEVELS.get(index);
		// seq_level_idx counts four steps to a level, from 2.0 on.
		return `level ${2 + Math.floor(index / 4)}.${index % 4}${limit === undefined ? '' : `, about ${limit}`}`;
	},
	tier: choice(['main tier', 'high tier'], 'tier')
};

/** VP9 (RFC 9628). */
const vp9: Parameters = {
	'profile-id': choice(
		[
			'profile 0: 8 bits, 4:2:0',
			'profile 1: 8 bits, more colour than 4:2:0',
			'profile 2: 10 or 12 bits, 4:2:0',
			'profile 3: 10 or 12 bits, more colour than 4:2:0'
		],
		'profile'
	),
	...limits
};

/** Error correction and retransmission. */
const repairWindow = (value: string) =>
	`repair packets protect the last ${amount(value, (microseconds) => `${microseconds / 1e6} s`)} of media`;

/** Video codecs, by their name in lower case. */
export const VIDEO_PARAMETERS: Readonly<Record<string, Parameters>> = {
	vp8: limits,
	vp9,
	h264,
	h265,
	av1,
	// RFC 4588, 8.1
	rtx: { 'rtx-time': (value) => `packets are kept for ${clip(value)} ms` },
	// RFC 8627, 5.1.1
	flexfec: { 'repair-window': repairWindow },
	'flexfec-03': { 'repair-window': repairWindow }
};

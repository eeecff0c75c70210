import { amount, bitrate, bytes, clip, count, quote } from '../words';
import { AV1_PARAMETERS } from './av1';
import { h264Profile } from './h264';
import { H265_PARAMETERS } from './h265';
import { anything, choice, flag, whole, type Parameters } from './parameter';

/** VP8 and, in Firefox, VP9 (RFC 7741, 6.1). */
const limits: Parameters = {
	'max-fs': whole(
		(value) =>
			`a frame has at most ${amount(value, (blocks) => `${count(blocks, 'macroblock')} of 16×16, ${blocks * 256} pixels`)}`
	),
	'max-fr': whole((value) => `at most ${clip(value)} frames per second`)
};

/** H.264 (RFC 6184, 8.1). */
const h264: Parameters = {
	'profile-level-id': {
		says: (value) => {
			const profile = h264Profile(value);
			if (profile === null) return `there is no profile and level ${quote(value)}`;
			const limit = profile.limit === null ? '' : `, up to ${profile.limit}`;
			return `${profile.name} profile, ${profile.level}${limit}`;
		},
		takes: (value) => h264Profile(value)?.isDefined === true,
		wants: 'three bytes in hexadecimal, the last of them a level'
	},
	'packetization-mode': choice(
		[
			'each packet carries one NAL unit, so every slice must fit into a packet (mode 0)',
			'NAL units may be split over packets or share one (mode 1)',
			'packets may be interleaved (mode 2)'
		],
		'packetization mode'
	),
	'level-asymmetry-allowed': flag(
		'each direction may have a level of its own',
		'both directions must have the same level'
	),
	'sprop-parameter-sets': anything(() => 'the parameter sets of the stream, in base64'),
	'max-mbps': whole(
		(value) => `decodes ${amount(value, (blocks) => count(blocks, 'macroblock'))} per second`
	),
	'max-smbps': whole(
		(value) => `decodes ${amount(value, (blocks) => count(blocks, 'static macroblock'))} per second`
	),
	// A unit is 1000 bit/s for the video alone, 1200 with the headers of its NAL units.
	'max-br': whole((value) => `receives up to ${amount(value, (units) => bitrate(units * 1000))}`),
	'max-cpb': whole(
		(value) => `buffers up to ${amount(value, (units) => bytes(units * 125))} of coded video`
	),
	'max-dpb': whole((value) => `keeps up to ${clip(value)} × 8/3 macroblocks of decoded pictures`),
	'redundant-pic-cap': flag(
		'redundant pictures are understood',
		'redundant pictures are not understood'
	),
	'sps-pps-idr-in-keyframe': flag(
		'each key frame brings its parameter sets along',
		'parameter sets need not come with each key frame'
	),
	...limits
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
const repairWindow = whole(
	(value) =>
		`repair packets protect the last ${amount(value, (microseconds) => `${microseconds / 1e6} s`)} of media`
);

/** Video codecs, by their name in lower case. */
export const VIDEO_PARAMETERS: Readonly<Record<string, Parameters>> = {
	vp8: limits,
	vp9,
	h264,
	h265: H265_PARAMETERS,
	av1: AV1_PARAMETERS,
	// RFC 4588, 8.1
	rtx: { 'rtx-time': whole((value) => `packets are kept for ${clip(value)} ms`) },
	// RFC 8627, 5.1.1
	flexfec: { 'repair-window': repairWindow },
	'flexfec-03': { 'repair-window': repairWindow }
};

import { amount, bitrate, bytes, clip, count, quote } from '../words';
import { anything, choice, flag, oneOf, whole, type Parameter, type Parameters } from './parameter';

/** What general_profile_idc says (H.265, annexes A, F, G, H and I). */
const PROFILES = [
	'profile 0',
	'Main profile',
	'Main 10 profile',
	'Main Still Picture profile',
	'a profile of the format range extensions (more bits or more colour)',
	'a high throughput profile',
	'Multiview Main profile',
	'a scalable profile',
	'3D Main profile',
	'a profile for screen content',
	'a scalable profile of the format range extensions',
	'a high throughput profile for screen content'
];

/** What fits into each level, by level-id: 30 times the level (H.265, A.4). */
const LEVELS: ReadonlyMap<string, string> = new Map([
	['30', '128×96 at 33 frames/s'],
	['60', '352×288 at 30 frames/s'],
	['63', '640×360 at 30 frames/s'],
	['90', '960×540 at 30 frames/s'],
	['93', '1280×720 at 33 frames/s'],
	['120', '1920×1080 at 32 frames/s'],
	['123', '1920×1080 at 60 frames/s'],
	['150', '4096×2160 at 30 frames/s'],
	['153', '4096×2160 at 60 frames/s'],
	['156', '4096×2160 at 120 frames/s'],
	['180', '8192×4320 at 30 frames/s'],
	['183', '8192×4320 at 60 frames/s'],
	['186', '8192×4320 at 120 frames/s']
]);

const level = (id: string) =>
	LEVELS.has(id) ? `level ${Number(id) / 30}` : `an unknown level (${clip(id)})`;

function levelWithLimit(id: string): string {
	const limit = LEVELS.get(id);
	if (limit === undefined && amount(id, String) !== id) return `level ${quote(id)}`;
	return `${level(id)}${limit === undefined ? '' : `, up to ${limit}`}`;
}

const levelId = (says: Parameter['says']): Parameter => ({
	says,
	takes: (value) => LEVELS.has(value),
	wants: 'the number of a level, 30 times its name'
});

const profile = choice(PROFILES, 'profile');
const tier = flag('high tier', 'main tier', 'tier');

/** `Main profile, main tier, level 3.1`: also what is meant where a=fmtp says nothing (RFC 7798, 7.1). */
export function h265Variant(
	profileId: string | null,
	tierFlag: string | null,
	id: string | null
): string {
	return `${profile.says(profileId ?? '1')}, ${tier.says(tierFlag ?? '0')}, ${level(id ?? '93')}`;
}

const nalUnits = (value: string) => amount(value, (units) => count(units, 'NAL unit'));

/** H.265 (RFC 7798, 7.1). */
export const H265_PARAMETERS: Parameters = {
	'profile-space': {
		says: (value) =>
			value === '0' ? 'profiles as H.265 itself numbers them' : `profile space ${clip(value)}`,
		takes: (value) => value.length === 1 && value >= '0' && value <= '3',
		wants: 'a number from 0 to 3'
	},
	'profile-id': {
		...profile,
		takes: (value) => whole(clip, 0, 31).takes(value),
		wants: 'a number from 0 to 31'
	},
	'tier-flag': tier,
	'level-id': levelId(levelWithLimit),
	'profile-compatibility-indicator': anything(
		(value) => `the profiles that can also decode it, as bits: ${clip(value)}`
	),
	'interop-constraints': anything(
		(value) => `the constraints ${clip(value)} on what the bitstream uses`
	),
	'sprop-sub-layer-id': whole((value) => `the highest layer that is sent is ${clip(value)}`, 0, 6),
	'recv-sub-layer-id': whole((value) => `the highest layer that is wanted is ${clip(value)}`, 0, 6),
	'max-recv-level-id': levelId((value) => `receives up to ${levelWithLimit(value)}`),
	'tx-mode': {
		...oneOf({
			SRST: 'all layers in a single RTP stream (SRST)',
			MRST: 'layers in RTP streams of their own (MRST)',
			MRMT: 'layers in RTP streams of their own, on transports of their own (MRMT)'
		})
	},
	'sprop-vps': anything(() => 'the video parameter set, in base64'),
	'sprop-sps': anything(() => 'the sequence parameter set, in base64'),
	'sprop-pps': anything(() => 'the picture parameter set, in base64'),
	'sprop-sei': anything(() => 'supplemental enhancement information, in base64'),
	'sprop-max-don-diff': whole(
		(value) => `packets may be out of decoding order by up to ${nalUnits(value)}`,
		0,
		32767
	),
	'sprop-depack-buf-nalus': whole(
		(value) => `the receiver has to put ${nalUnits(value)} in order`,
		0,
		32767
	),
	'sprop-depack-buf-bytes': whole((value) => `for that it needs ${amount(value, bytes)}`),
	'depack-buf-cap': whole((value) => `has ${amount(value, bytes)} for putting packets in order`, 1),
	'max-lsr': whole((value) => `decodes ${clip(value)} luma samples per second`),
	'max-lps': whole((value) => `a picture has at most ${clip(value)} luma samples`),
	'max-cpb': whole((value) => `buffers up to ${clip(value)} units of coded video`),
	'max-dpb': whole((value) => `keeps up to ${clip(value)} decoded pictures`),
	'max-br': whole((value) => `receives up to ${amount(value, (units) => bitrate(units * 1000))}`),
	'max-tr': whole((value) => `a picture has at most ${clip(value)} rows of tiles`),
	'max-tc': whole((value) => `a picture has at most ${clip(value)} columns of tiles`),
	// Pictures in 100 seconds.
	'max-fps': whole(
		(value) => `at most ${amount(value, (rate) => String(rate / 100))} frames per second`,
		1
	),
	'include-dph': anything(
		(value) => `hashes of decoded pictures that are understood: ${clip(value)}`
	)
};

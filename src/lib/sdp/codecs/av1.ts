import { clip, quote } from '../words';
import { isWhole } from '../syntax';
import { choice, flag, type Parameters } from './parameter';

/** Level numbers of AV1 and what fits into them (AV1 specification, A.3). */
const LEVELS: ReadonlyMap<number, string> = new Map([
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

/** seq_level_idx: 7.3 is the last level that has a name; 31 stands for none. */
const LAST_LEVEL = 23;
const NO_LEVEL = 31;

function levelClause(value: string): string {
	const index = isWhole(value) ? Number(value) : Infinity;
	if (index > NO_LEVEL) return `level ${quote(value)}`;
	if (index === NO_LEVEL) return 'no limit by a level';
	if (index > LAST_LEVEL) return `a reserved level (${clip(value)})`;
	const limit = LEVELS.get(index);
	// Four steps to a level, from 2.0 on.
	return `level ${2 + Math.floor(index / 4)}.${index % 4}${limit === undefined ? '' : `, about ${limit}`}`;
}

/** AV1 (RTP Payload Format for AV1, 7.2). */
export const AV1_PARAMETERS: Parameters = {
	profile: choice(
		[
			'Main profile: 8 or 10 bits, 4:2:0',
			'High profile: 8 or 10 bits, also 4:4:4',
			'Professional profile: up to 12 bits, also 4:2:2'
		],
		'profile'
	),
	'level-idx': {
		says: levelClause,
		takes: (value) => isWhole(value) && (Number(value) <= LAST_LEVEL || Number(value) === NO_LEVEL),
		wants: `a number from 0 to ${LAST_LEVEL}, or ${NO_LEVEL}`
	},
	tier: flag('high tier', 'main tier', 'tier')
};

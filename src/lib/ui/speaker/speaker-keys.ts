import { CHOOSE, STAGE_KEYS, type StageCommand, type StageShortcut } from '../stage/stage-keys';

/** What of the stage is asked for from the speaker's window as well: what the audience sees of it. */
const SHARED = [
	'next',
	'back',
	'first',
	'last',
	'black',
	'turn',
	'mask',
	'pattern',
	'recorded',
	'help',
	'stay'
] as const satisfies StageCommand[];

/** What can be asked for from the speaker's window. */
export type SpeakerCommand = (typeof SHARED)[number];

/** The keys of the speaker's window: hands need not know which of the two is in front. */
export const SPEAKER_KEYS = STAGE_KEYS.filter((row): row is StageShortcut<SpeakerCommand> =>
	(SHARED as readonly StageCommand[]).includes(row.command)
);

/** What its sheet of keys says. */
export const EXPLAINED_SPEAKER_KEYS: readonly StageShortcut[] = [...SPEAKER_KEYS, CHOOSE];

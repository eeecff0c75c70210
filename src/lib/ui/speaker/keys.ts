import type { Shortcut } from '../keys';

/** What can be asked for from the speaker's window. */
export type SpeakerCommand = 'next' | 'back' | 'first' | 'last' | 'black' | 'mask' | 'stay';

/** The keys of the speaker's window: those of the stage that change what the audience sees. */
export const SPEAKER_KEYS: readonly Shortcut<SpeakerCommand>[] = [
	{ command: 'next', keys: ['ArrowRight', 'PageDown', 'Space', 'N'] },
	{ command: 'back', keys: ['ArrowLeft', 'PageUp', 'Shift+Space', 'P'] },
	{ command: 'first', keys: ['Home'] },
	{ command: 'last', keys: ['End'] },
	{ command: 'black', keys: ['B', '.'] },
	{ command: 'mask', keys: ['M'] },
	{ command: 'stay', keys: ['F5', 'Shift+F5'], everywhere: true }
];

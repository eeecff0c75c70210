import { commandFor, type Shortcut } from '../keys';

/** What a key asks for while someone reads. */
export type KeyCommand = 'next' | 'back';

const READING_KEYS: readonly Shortcut<KeyCommand>[] = [
	{ command: 'next', keys: ['ArrowRight', 'N'] },
	{ command: 'back', keys: ['ArrowLeft', 'P'] }
];

/**
 * What a key press asks for; null for nothing. Space, PageUp, PageDown, ↑ and ↓ scroll the text.
 *
 * @param letters whether single letters count
 */
export function commandOf(event: KeyboardEvent, letters: boolean): KeyCommand | null {
	return commandFor(event, READING_KEYS, letters);
}

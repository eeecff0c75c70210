import { commandFor, type ExplainedShortcut } from '../shortcuts';

/** What a key asks for while someone reads. */
export type KeyCommand = 'next' | 'back' | 'help';

/** The keys of the walk, wherever the focus is. */
export const READING_KEYS: readonly ExplainedShortcut<KeyCommand>[] = [
	{
		command: 'next',
		keys: ['ArrowRight', 'N'],
		label: 'Next: performs the step, or goes on',
		group: 'The walk'
	},
	{
		command: 'back',
		keys: ['ArrowLeft', 'P'],
		label: 'Back: looks at the moment before',
		group: 'The walk'
	},
	{ command: 'help', keys: ['?'], label: 'These keys', group: 'The walk' }
];

/**
 * What a key press asks for; null for nothing. Space, PageUp, PageDown, ↑ and ↓ scroll the text.
 *
 * @param letters whether single characters count
 */
export function commandOf(event: KeyboardEvent, letters: boolean): KeyCommand | null {
	return commandFor(event, READING_KEYS, letters);
}

import { commandFor, type ExplainedShortcut } from '../shortcuts';

/** What a key asks for while someone reads. */
export type KeyCommand = 'next' | 'back' | 'help';

/** The keys of the walk, wherever the focus is. */
const READING_KEYS: readonly ExplainedShortcut<KeyCommand>[] = [
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

/** What the parts of the panel do with keys while they have the focus; said here, done there. */
const PANEL_KEYS: readonly ExplainedShortcut[] = [
	{
		command: 'tabs',
		keys: ['ArrowLeft', 'ArrowRight', 'Home', 'End'],
		label: 'Among the tabs: another tab',
		group: 'The panel, where the focus is'
	},
	{
		command: 'rows',
		keys: ['ArrowUp', 'ArrowDown', 'Home', 'End'],
		label: 'Among the lines of a description, and on the ladder: another line',
		group: 'The panel, where the focus is'
	},
	{
		command: 'fold',
		keys: ['ArrowRight', 'ArrowLeft'],
		label: 'On a line of a description: opens and closes it',
		group: 'The panel, where the focus is'
	},
	{
		command: 'open',
		keys: ['Enter', 'Space'],
		label: 'On a line: what a press on it does',
		group: 'The panel, where the focus is'
	}
];

/** Every key of the walk, for its help. */
export const WALK_KEYS: readonly ExplainedShortcut[] = [...READING_KEYS, ...PANEL_KEYS];

/**
 * What a key press asks for; null for nothing. Space, PageUp, PageDown, ↑ and ↓ scroll the text.
 *
 * @param letters whether single characters count
 */
export function commandOf(event: KeyboardEvent, letters: boolean): KeyCommand | null {
	return commandFor(event, READING_KEYS, letters);
}

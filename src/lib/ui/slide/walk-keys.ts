import type { ExplainedShortcut } from '../shortcuts';
import { READING_KEYS } from './reading-keys';

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

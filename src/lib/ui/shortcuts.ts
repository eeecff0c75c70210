/** One thing that keys ask for. */
export interface Shortcut<Command extends string> {
	readonly command: Command;
	/**
	 * The keys that ask for it, named as `KeyboardEvent.key` names them, letters in upper case, the
	 * space bar `Space`; `Shift+` may stand in front of a name that has more than one letter.
	 */
	readonly keys: readonly string[];
	/** Whether the keys count wherever the focus is, and while they are held down. */
	readonly everywhere?: boolean;
	/** Whether a key that is held down asks for it again and again. */
	readonly repeats?: boolean;
}

/** A shortcut as a sheet of help says it. */
export interface ExplainedShortcut<Command extends string = string> extends Shortcut<Command> {
	/** What it does. */
	readonly label: string;
	/** Where it stands in the help. */
	readonly group: string;
}

/** Elements in which every key is text. */
const FIELDS =
	'input:not([type="radio"], [type="checkbox"], [type="range"]), select, textarea, [contenteditable]';
/** Elements in which arrows, Home and End have a meaning of their own. */
const WIDGETS =
	'input, [role="tablist"], [role="separator"], [role="listbox"], [role="slider"], video';
/** Those in which characters have one too. */
const SPELT = '[role="listbox"], video';
/** Elements that Space and Enter press. */
const PRESSED = 'button, a[href], summary, input, [role="button"]';

/**
 * What a key press asks for; null for nothing. Chords with Ctrl, Meta and Alt are left alone, and so
 * are keys within fields, keys that the focused element has a use for, and a key that is held down,
 * but where it may repeat: else each press is one step.
 *
 * @param letters whether single characters count (WCAG 2.1.4)
 */
export function commandFor<Command extends string>(
	event: KeyboardEvent,
	shortcuts: readonly Shortcut<Command>[],
	letters: boolean
): Command | null {
	if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null;
	const key = keyOf(event);
	if (key === null) return null;
	const shortcut = shortcuts.find(({ keys }) => keys.includes(key));
	if (!shortcut) return null;
	if (shortcut.everywhere) return shortcut.command;
	const isCharacter = key.length === 1;
	if ((event.repeat && !shortcut.repeats) || (isCharacter && !letters)) return null;
	const within = (selector: string) => (event.target as Element).closest?.(selector) != null;
	if (within(FIELDS)) return null;
	if (isCharacter ? within(SPELT) : MOVING.test(key) && within(WIDGETS)) return null;
	if (/Space|Enter/.test(key) && within(PRESSED)) return null;
	return shortcut.command;
}

const MOVING = /^(Arrow|Home|End)/;

/** The name under which a table has this key; null for a letter with Shift, which is nobody's. */
function keyOf({ key, shiftKey }: KeyboardEvent): string | null {
	const name = key === ' ' ? 'Space' : key;
	if (name.length > 1) return shiftKey ? `Shift+${name}` : name;
	const letter = name.toUpperCase();
	const isLetter = letter !== name.toLowerCase();
	return isLetter && shiftKey ? null : letter;
}

/** The names of keys as they stand on keyboards. */
const CAPS: ReadonlyMap<string, string> = new Map([
	['ArrowRight', '→'],
	['ArrowLeft', '←'],
	['ArrowUp', '↑'],
	['ArrowDown', '↓'],
	['PageDown', 'Page ↓'],
	['PageUp', 'Page ↑'],
	['Escape', 'Esc'],
	['-', '−']
]);

/** What is printed on a key. */
export function capOf(key: string): string {
	const name = key.replace('Shift+', '');
	return `${name === key ? '' : 'Shift '}${CAPS.get(name) ?? name}`;
}

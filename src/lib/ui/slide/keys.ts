/** What a key asks for while someone reads. */
export type KeyCommand = 'next' | 'back';

/** Elements in which arrows and letters have a meaning of their own. */
const OWN_KEYS =
	'input, select, textarea, [contenteditable], [role="tablist"], [role="separator"], [role="listbox"], [role="slider"], video';

/**
 * What a key press asks for; null for nothing. Chords and keys within fields are left alone, and so is
 * a key that is held down: each press is one step.
 *
 * @param letters whether single letters count
 */
export function commandOf(event: KeyboardEvent, letters: boolean): KeyCommand | null {
	if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return null;
	if (event.defaultPrevented || (event.target as Element).closest?.(OWN_KEYS)) return null;
	if (event.key === 'ArrowRight' || (letters && event.key.toLowerCase() === 'n')) return 'next';
	if (event.key === 'ArrowLeft' || (letters && event.key.toLowerCase() === 'p')) return 'back';
	return null;
}

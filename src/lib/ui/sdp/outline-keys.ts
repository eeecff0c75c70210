import { isExpanded, type Row } from './rows';

/** A list of rows as the keys move in it. */
export interface Outline {
	readonly rows: readonly Row[];
	/** The index of the row with the focus. */
	readonly active: number;
	/** Whether sections cannot be folded now. */
	readonly fixed: boolean;
	/** Gives the focus to a row: the first or the last one where the index is of none. */
	showAt(index: number): void;
	/** Does what a press on the row does. */
	activate(row: Row): void;
}

/**
 * What a key does in an outline, as in a treegrid whose rows have the focus (ARIA Authoring Practices
 * Guide, Treegrid Pattern); undefined for keys that are not ours, and where there are no rows.
 */
export function actOf(event: KeyboardEvent, outline: Outline): (() => void) | undefined {
	const { rows, active, fixed, showAt, activate } = outline;
	const row = rows[active];
	if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !row) return undefined;

	const moveIn = () => {
		if (isExpanded(row) === false) activate(row);
		else if (isExpanded(row)) showAt(active + 1);
	};
	const moveOut = () => {
		const canClose = row.kind !== 'section' || !fixed;
		if (isExpanded(row) && canClose) activate(row);
		else showAt(rows.findLastIndex(({ level }, at) => at < active && level < row.level));
	};
	return {
		ArrowUp: () => showAt(active - 1),
		ArrowDown: () => showAt(active + 1),
		ArrowRight: moveIn,
		ArrowLeft: moveOut,
		Home: () => showAt(0),
		End: () => showAt(rows.length - 1),
		Enter: () => activate(row),
		' ': () => activate(row)
	}[event.key];
}

import type { Description } from '../../trace';

type Type = Description['type'];

/** A cell that holds a description with its line ends written out, or real. */
const WHOLE = /(?<![\w=-])v=0[`*]{0,3}\s*(?:\\+[rn]|<br|&lt;br|#01[25]|&#|[\r\n])/;
const WORD = /(?<![a-z])(pranswer|offer|answer)(?![a-z])/gi;
const BREAK = /<br ?\/?>/gi;
/** A cell that is marked on both sides, as a code or as important. */
const MARKED = /^([`*]{1,3})(.*)\1$/;

/** Whether a cell of a table holds a description by itself, or all of one. */
export const holdsWhole = (cell: string): boolean => WHOLE.test(cell);

/** What a cell says without its marks. */
export const unmarked = (cell: string): string =>
	cell.trim().replace(MARKED, '$2').replaceAll('\\|', '|');

/** The lines of a cell that tags keep apart, each without its marks. */
export const linesOfCell = (cell: string): string => cell.split(BREAK).map(unmarked).join('\r\n');

/** The type that the head of a column states of what is in it, or else another cell of its row. */
export function typeOfCell(
	heads: readonly string[] | undefined,
	row: readonly string[],
	at: number
): Type | null {
	return statedIn([heads?.[at] ?? '']) ?? statedIn(row.filter((_, place) => place !== at));
}

/** The one type of which cells speak; null where there are others, or none. */
function statedIn(cells: readonly string[]): Type | null {
	const types = cells
		.filter((cell) => cell.length <= 200 && !holdsWhole(cell))
		.flatMap((cell) => [...cell.matchAll(WORD)].map(([, type]) => type!.toLowerCase()));
	return new Set(types).size === 1 ? (types[0] as Type) : null;
}

/** The lines of a column in the order of their description: logs are exported with the newest line first, too. */
export function inOrderOfSdp(cells: readonly string[]): readonly string[] {
	const at = cells.findIndex((cell) => /(?<![\w=-])v=0\s*$/.test(cell));
	if (at === -1) return cells;
	const isOrigin = (cell: string | undefined) => /(?<![\w=-])o=\S+ \d+ \d+ IN /.test(cell ?? '');
	return !isOrigin(cells[at + 1]) && isOrigin(cells[at - 1]) ? cells.toReversed() : cells;
}

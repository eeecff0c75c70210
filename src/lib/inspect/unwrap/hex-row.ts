/** A row of a hex dump: where in the data it stands, and its groups, of which the last may be text. */
export interface HexRow {
	/** As it is written: in which base can be told only by the row behind it. */
	readonly offset: string;
	readonly groups: readonly { readonly hex: string; readonly end: number }[];
	/** How many bytes it may have where what is copied lacks the blanks at its end, which were bytes. */
	readonly most?: number;
}

/** Longer rows are none, in UTF-16 code units. */
const LONGEST = 400;
const FRONT = /^[^\w\r\n]{0,12}(?:0[xX])?([0-9a-fA-F]{4,8}):?(?=[ \t]{1,4}[0-9a-fA-F]{2})/;
/** Two hyphens are what DEBUG and others have in the middle. */
const GROUP = /(?:[ \t]{1,4}|-)([0-9a-fA-F]{2}(?:[0-9a-fA-F]{2}){0,7})(?=[ \t|>-]|$)/y;

/** Each byte has four columns: a character, an escape, or its number in octal. */
const CELL = String.raw`(?: {3}[!-~]| {2}\\[0abtnvfr]| [0-3][0-7]{2}| {4})`;
const CELLS = new RegExp(`^[^\\w\\r\\n]{0,12}([0-9a-fA-F]{6,8})(${CELL}{1,32}) *$`);
/** Whether a line may be such a row, anywhere in a text. */
export const TELLING_CELLS = new RegExp(`^[^\\w\\r\\n]{0,12}[0-9a-fA-F]{6,8}${CELL}{2}`, 'm');
const ESCAPED = '0abtnvfr';
const BYTES_ESCAPED = [0, 7, 8, 9, 10, 11, 12, 13];
/** How many bytes a row has by default. */
export const USUAL = 16;

/**
 * A line as a row of `od -c`, `hexdump -c` or `od -b`, which show bytes as characters or in octal; null where it
 * is none.
 */
function cellRowOf(line: string): HexRow | null {
	const [, offset, cells] = CELLS.exec(line) ?? [];
	if (offset === undefined || cells === undefined) return null;
	const front = line.indexOf(cells, line.indexOf(offset) + offset.length);
	const groups = Array.from({ length: cells.length / 4 }, (_, at) => ({
		hex: byteOf(cells.slice(4 * at, 4 * at + 4).trim())
			.toString(16)
			.padStart(2, '0'),
		end: front + 4 * at + 4
	}));
	return { offset, groups, most: Math.max(groups.length, USUAL) };
}

function byteOf(cell: string): number {
	if (cell.length === 3) return parseInt(cell, 8);
	if (cell.length === 2) return BYTES_ESCAPED[ESCAPED.indexOf(cell[1]!)]!;
	return cell === '' ? 0x20 : cell.charCodeAt(0);
}

/**
 * A line as a row of `xxd`, `hexdump -C`, `od -t x1`, `tcpdump -X` or Wireshark: offset, bytes, and mostly
 * the text of them, or of a program that shows bytes as characters; null where it is none.
 */
export function hexRowOf(line: string): HexRow | null {
	if (line.length > LONGEST) return null;
	const front = FRONT.exec(line);
	if (!front) return cellRowOf(line);
	const groups: { hex: string; end: number }[] = [];
	GROUP.lastIndex = front[0].length;
	for (let group = GROUP.exec(line); group; group = GROUP.exec(line)) {
		groups.push({ hex: group[1]!, end: GROUP.lastIndex });
	}
	return groups.length > 0 ? { offset: front[1]!, groups } : cellRowOf(line);
}

/** How many bytes the groups of a row have, were all of them bytes. */
export function mostBytes({ groups, most }: HexRow): number {
	return most ?? groups.reduce((sum, { hex }) => sum + hex.length / 2, 0);
}

/** The first bytes of a row, as hex; null where it has fewer, or a group reaches past them. */
export function bytesOf(row: HexRow, count: number): { hex: string; end: number } | null {
	let hex = '';
	for (const group of row.groups) {
		hex += group.hex;
		if (hex.length === 2 * count) return { hex, end: group.end };
		if (hex.length > 2 * count) return null;
	}
	if (row.most === undefined) return null;
	return { hex: hex.padEnd(2 * count, '20'), end: row.groups.at(-1)!.end };
}

/** The bytes of a row whose number is not known: as far as the columns of bytes reach. */
export function bytesUpTo({ groups }: HexRow, column: number, most: number): string {
	let hex = '';
	for (const group of groups) {
		if (group.end > column || hex.length + group.hex.length > 2 * most) break;
		hex += group.hex;
	}
	return hex;
}

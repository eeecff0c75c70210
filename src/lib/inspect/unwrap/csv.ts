import { holdsWhole, inOrderOfSdp, typeOfCell } from './cell';
import type { Enclosed, Typed } from './enclosed-text';
import { realEndFrom } from './read-line';
import { isSdpLine } from './sdp-line';

/** No cell is longer, in UTF-16 code units. */
const LONGEST = 200_000;
/** A text with more rows that are never closed is no table. */
const MOST_OPEN = 20;
/** A column with fewer lines of SDP than this holds them by chance. */
const FEWEST = 3;
const CANDIDATES = /candidate:[\w+/]{1,64} \d/;
const TELLING = /(?:^|[\r\n,;\t])"/;
const QUOTED = /"((?:[^"]|"")*)"/y;
const BARE = /[^",;\t\r\n]*/y;

interface Cell {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	readonly isQuoted: boolean;
}

interface Row {
	readonly cells: readonly Cell[];
	readonly next: number;
}

/** Descriptions in the cells of CSV (RFC 4180), as logs and databases are exported: in one cell, or a line a row. Linear. */
export function findCsv(text: string): (Enclosed & Typed)[] {
	if (!TELLING.test(text) || !/v=0|candidate:/.test(text)) return [];
	const found: (Enclosed & Typed)[] = [];
	let rows: Row[] = [];
	let separator: string | null = null;
	const close = () => {
		found.push(...inRows(rows));
		[rows, separator] = [[], null];
	};
	for (let at = 0, open = 0; at < text.length && open < MOST_OPEN;) {
		const known: string = separator ?? separatorAt(text, at) ?? '';
		const row = known === '' ? null : rowAt(text, at, known);
		if (row === 'open') open += 1;
		const isRow = row !== null && row !== 'open';
		if (isRow && rows.length > 0 && rows[0]!.cells.length !== row.cells.length) {
			close();
			continue;
		}
		if (isRow && row.cells.length > 1) {
			separator = known;
			rows.push(row);
			at = row.next;
		} else {
			close();
			at = realEndFrom(text, at).next;
		}
	}
	close();
	return found;
}

/** What stands behind the first cell. */
function separatorAt(text: string, at: number): string | null {
	const cell = cellAt(text, at);
	return cell === null || cell === 'open'
		? null
		: (/[,;\t]/.exec(text[cell.end] ?? '')?.[0] ?? null);
}

/** The row that begins at an offset; null where none does, and `open` where a quote of it is never closed. */
function rowAt(text: string, start: number, separator: string): Row | 'open' | null {
	const cells: Cell[] = [];
	for (let at = start; ;) {
		const cell = cellAt(text, at, separator);
		if (cell === null || cell === 'open') return cell;
		cells.push(cell);
		if (text[cell.end] === separator) at = cell.end + 1;
		else return { cells, next: realEndFrom(text, cell.end).next };
	}
}

function cellAt(text: string, at: number, separator?: string): Cell | 'open' | null {
	const isQuoted = text[at] === '"';
	if (isQuoted) {
		QUOTED.lastIndex = 0;
		const [whole, inner] = QUOTED.exec(text.slice(at, at + LONGEST)) ?? [];
		if (whole === undefined) return 'open';
		const end = at + whole.length;
		const isClosed = end === text.length || /[,;\t\r\n]/.test(text[end]!);
		return isClosed ? { text: inner!.replaceAll('""', '"'), start: at, end, isQuoted } : null;
	}
	BARE.lastIndex = at;
	let end = at + BARE.exec(text)![0].length;
	// Of other separators a bare cell may have some.
	while (separator !== undefined && /[,;\t]/.test(text[end] ?? '') && text[end] !== separator) {
		BARE.lastIndex = end + 1;
		end += 1 + BARE.exec(text)![0].length;
	}
	return text[end] === '"' ? null : { text: text.slice(at, end), start: at, end, isQuoted };
}

function inRows(rows: readonly Row[]): (Enclosed & Typed)[] {
	const tables = rows.map(({ cells }) => cells.map((cell) => cell.text));
	const isHead = rows[0]?.cells.every((cell) => !/v=0|candidate:|[{}\r\n]/.test(cell.text));
	const heads = isHead ? tables[0] : undefined;
	const whole = rows.flatMap(({ cells }, at) =>
		cells.flatMap(({ start, end, text, isQuoted }, place) => {
			const holds = isQuoted && (holdsWhole(text) || CANDIDATES.test(text));
			return holds ? [{ start, end, text, type: typeOfCell(heads, tables[at]!, place) }] : [];
		})
	);
	const column = whole.some(({ text }) => holdsWhole(text)) ? [] : inColumn(rows);
	return column.length > 0 ? column : whole;
}

/** The column that has a line of SDP in each row. */
function inColumn(rows: readonly Row[]): (Enclosed & Typed)[] {
	const [first, last] = [rows[0], rows.at(-1)];
	if (!first || !last) return [];
	for (const at of first.cells.keys()) {
		const cells = rows.map((row) => row.cells[at]!.text);
		if (cells.filter((cell) => isSdpLine(cell)).length < FEWEST) continue;
		// Where nothing stands in quotes, and nothing behind, the lines are read as they stand.
		const isPlain = rows.every((row) => !row.cells[at]!.isQuoted && row.cells.length === at + 1);
		if (isPlain && inOrderOfSdp(cells) === cells) return [];
		const text = `${inOrderOfSdp(cells).join('\r\n')}\r\n`;
		return [{ start: first.cells[0]!.start, end: last.cells.at(-1)!.end, text, type: null }];
	}
	return [];
}

import type { Enclosed } from './enclosed-text';
import { realEndFrom } from './read-line';
import { isSdpLine } from './sdp-line';

/** A row of a table in Markdown: what may quote it, a bar, and cells with bars behind them. */
const ROW = /^[ \t>]*\|(.*)\|[ \t]*$/;
/** Between two cells; a bar that is part of one has a backslash in front. */
const BETWEEN = /(?<!\\)\|/;
/** The row between the heads and the rest. */
const RULER = /^[\s:|-]*$/;
/** A cell that is marked on both sides, as a code or as important. */
const MARKED = /^([`*]{1,3})(.*)\1$/;
/** A column with fewer lines of SDP than this holds them by chance. */
const FEWEST = 3;

/** Descriptions in the columns of tables in Markdown, one column after the other, each under its head. Linear. */
export function findTables(text: string): Enclosed[] {
	if (!/\|[^|\r\n]*\|[^|\r\n]*\|/.test(text)) return [];
	const found: Enclosed[] = [];
	let rows: string[][] = [];
	let start = 0;
	for (let at = 0; at < text.length;) {
		const { end, next } = realEndFrom(text, at);
		const row = ROW.exec(text.slice(at, end))?.[1];
		if (row !== undefined) {
			if (rows.length === 0) start = at;
			if (!RULER.test(row)) rows.push(row.split(BETWEEN).map(contentOf));
		}
		if (row === undefined || next >= text.length) {
			const columns = columnsOf(rows);
			// A frame around lines is no table, and is read as it stands.
			if (columns !== '') found.push({ start, end: row === undefined ? at : next, text: columns });
			rows = [];
		}
		at = next;
	}
	return found;
}

const contentOf = (cell: string): string =>
	cell.trim().replace(MARKED, '$2').replaceAll('\\|', '|');

/** The columns that have lines of SDP; none of a table of one column. */
function columnsOf(rows: readonly (readonly string[])[]): string {
	const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
	if (width < 2) return '';
	const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? ''));
	return columns
		.filter((cells) => cells.filter((cell) => isSdpLine(cell)).length >= FEWEST)
		.map((cells) => `${cells.filter((cell) => cell !== '').join('\r\n')}\r\n`)
		.join('\r\n');
}

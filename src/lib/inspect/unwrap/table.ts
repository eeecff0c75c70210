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

/** What no text without a table has: three bars in a line, a bar beside a rule, or what stands behind a tab behind a line. */
const TELLING = /\|[^|\r\n]*\|[^|\r\n]*\||-\s*:?\|\s*:?-|(?:^|[\t\r\n])[a-z]=[^\t\r\n]*\t\s*[^\s]/;

/** How the cells of a row are kept apart: by bars around them, by bars between them, or by tabs. */
type Kind = 'framed' | 'bars' | 'tabs';

interface Row {
	readonly kind: Kind;
	readonly cells: readonly string[];
	/** Whether it is the one between the heads and the rest. */
	readonly isRuler: boolean;
}

function rowOf(line: string): Row | null {
	const framed = ROW.exec(line)?.[1];
	if (framed === undefined && line.includes('\t')) {
		return { kind: 'tabs', cells: line.split('\t').map((cell) => cell.trim()), isRuler: false };
	}
	const row = framed ?? line;
	if (!row.includes('|') && framed === undefined) return null;
	const cells = row.split(BETWEEN).map(contentOf);
	return { kind: framed === undefined ? 'bars' : 'framed', cells, isRuler: RULER.test(row) };
}

/** Descriptions in the columns of tables in Markdown or of sheets, one column after the other, each under its head. Linear. */
export function findTables(text: string): Enclosed[] {
	if (!TELLING.test(text)) return [];
	const found: Enclosed[] = [];
	let rows: Row[] = [];
	let start = 0;
	const close = (end: number) => {
		const columns = columnsOf(rows);
		// A frame around lines is no table, and is read as it stands.
		if (columns !== '') found.push({ start, end, text: columns });
		rows = [];
	};
	for (let at = 0; at < text.length;) {
		const { end, next } = realEndFrom(text, at);
		const row = rowOf(text.slice(at, end));
		if (rows.length > 0 && row?.kind !== rows[0]!.kind) close(at);
		if (row) {
			if (rows.length === 0) start = at;
			rows.push(row);
			if (next >= text.length) close(next);
		}
		at = next;
	}
	return found;
}

const contentOf = (cell: string): string =>
	cell.trim().replace(MARKED, '$2').replaceAll('\\|', '|');

/** The columns that have lines of SDP; none of a table of one column, and none of what may be no table. */
function columnsOf(all: readonly Row[]): string {
	const kind = all[0]?.kind;
	if (kind === 'bars' && !all.some(({ isRuler }) => isRuler)) return '';
	const rows = all.filter(({ isRuler }) => !isRuler).map(({ cells }) => cells);
	const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
	if (width < 2) return '';
	// Of a log that has tabs in front of its lines the lines are read as they stand.
	const isOfLog = ({ at }: { at: number }) =>
		kind === 'tabs' &&
		rows.filter((row) => isSdpLine(row[at] ?? '') && row.slice(at + 1).some(Boolean)).length <
			FEWEST;
	const columns = Array.from({ length: width }, (_, at) => ({
		at,
		cells: rows.map((row) => row[at] ?? '')
	})).filter(({ cells }) => cells.filter((cell) => isSdpLine(cell)).length >= FEWEST);
	if (columns.every(isOfLog)) return '';
	return columns
		.map(({ cells }) => `${cells.filter((cell) => cell !== '').join('\r\n')}\r\n`)
		.join('\r\n');
}

import { holdsWhole, inOrderOfSdp, linesOfCell, typeOfCell, unmarked } from './cell';
import type { Enclosed } from './enclosed-text';
import { realEndFrom } from './read-line';
import { isSdpLine } from './sdp-line';

/** A row of a table in Markdown: what may quote it, a bar, and cells with bars behind them. */
const ROW = /^[ \t>]*\|(.*)\|[ \t]*$/;
/** Between two cells; a bar that is part of one has a backslash in front. */
const BETWEEN = /(?<!\\)\|/;
/** The row between the heads and the rest; `psql` has crosses in it, and one in front of each record. */
const RULER = /^(?:[\s:|-]*|[-+]{3,}|-\[ RECORD \d+ \][-+]*)$/;
/** Stands in the row of such a table in place of cells. */
const CROSS = '+';
/** What `psql` puts behind a line of a cell that has more. */
const GOES_ON = /\s*(?:\\r)?\s*\+$/;
/** A column with fewer lines of SDP than this holds them by chance. */
const FEWEST = 3;

/** What no text without a table has: three bars in a line, a bar beside a rule, or what stands behind a tab behind a line. */
const TELLING =
	/\|[^|\r\n]*\|[^|\r\n]*\||-\s*:?\|\s*:?-|-\+-|^-\[ RECORD |(?:^|[\t\r\n])[a-z]=[^\t\r\n]*\t\s*[^\s]/m;

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
	if (!row.includes('|') && framed === undefined) {
		return row.length >= FEWEST && RULER.test(row.trimEnd())
			? {
					kind: 'bars',
					cells: row.includes('+') || row.startsWith('-[') ? [CROSS] : [],
					isRuler: true
				}
			: null;
	}
	const cells = row.split(BETWEEN).map(unmarked);
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

/** The columns that have lines of SDP, and the cells that have all of them; none of a table of one column, and none of what may be no table. */
function columnsOf(all: readonly Row[]): string {
	const kind = all[0]?.kind;
	const isRuled = all.some(({ isRuler }) => isRuler);
	if (kind === 'bars' && !isRuled) return '';
	const isPrinted = all.some(({ isRuler, cells }) => isRuler && cells[0] === CROSS);
	const rows = all
		.filter(({ isRuler }) => !isRuler)
		.map(({ cells }) => (isPrinted ? cells.map((cell) => cell.replace(GOES_ON, '')) : cells));
	const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
	if (width < 2) return '';
	const heads = all[1]?.isRuler ? rows[0] : undefined;
	const whole = isRuled ? wholeCells(rows, heads) : '';
	if (whole !== '') return whole;
	// Of a log that has tabs in front of its lines the lines are read as they stand.
	const isOfLog = ({ at }: { at: number }) =>
		kind === 'tabs' &&
		rows.filter((row) => isSdpLine(row[at] ?? '') && row.slice(at + 1).some(Boolean)).length <
			FEWEST;
	const columns = Array.from({ length: width }, (_, at) => ({
		at,
		cells: rows.flatMap((row) => linesOf(row, at))
	})).filter(({ cells }) => cells.filter((cell) => isSdpLine(cell)).length >= FEWEST);
	if (columns.every(isOfLog)) return '';
	return columns
		.map(({ cells }) => inOrderOfSdp(cells.filter((cell) => cell !== '')))
		.map((cells) => `${cells.join('\r\n')}\r\n`)
		.join('\r\n');
}

/** A cell, in front of the first line of a description with what its row says of it. */
function linesOf(row: readonly string[], at: number): readonly string[] {
	const cell = row[at] ?? '';
	const type = cell === 'v=0' ? typeOfCell(undefined, row, at) : null;
	return type === null ? [cell] : [`${type}:`, cell];
}

/** The cells that have a description each, with what their heads and rows say of it. */
function wholeCells(rows: readonly Row['cells'][], heads: Row['cells'] | undefined): string {
	return rows
		.flatMap((row) =>
			row.flatMap((cell, at) =>
				holdsWhole(cell) ? [`${typeOfCell(heads, row, at) ?? ''}:\n${linesOfCell(cell)}\n`] : []
			)
		)
		.join('\n');
}

import type { Enclosed } from './enclosed-text';
import { realEndFrom } from './read-line';
import { beginsLine, isSdpLine } from './sdp-line';

/** Narrower windows break no lines. */
const NARROWEST = 40;
/** Longer rows no log writes: that of Android has 4068 bytes. */
const LONGEST = 4200;
/** So many rows behind each other begin no line, and the description has ended. */
const MOST_FOREIGN = 40;
/** So many rows behind what was read tell whether the description goes on. */
const NEAR = 3;
/** A description whose line ends are written out, up to a quote. */
const WRITTEN = /v=0\\+[rn][^"'`]*$/;
/** A row that ends with a line end that is written out was broken nowhere. */
const ENDED = /\\+[rn][ \t]*$/;
const CLOSES = /^["'`](?:[\s\\,;:)}\]>]|$)/;
const WRITTEN_END = /(?:\\+[rn])+/;
/** What a prefix ends with. */
const AFTER_PREFIX = /^.*[\s>|]/s;
/** A line that is broken alone is such a one: nothing else tells that it was broken. */
const WHOLE =
	/^a=(?:fingerprint:\S+ (?:[0-9a-fA-F]{2}:){19,63}[0-9a-fA-F]{2}|candidate:(?:\S+ ){6}typ \S.*|extmap:\S+ \w+:\S+)$/;

/** What a candidate has behind a whole word: its further words come in twos (RFC 8839, 5.1). */
const UP_TO_A_NAME = /^a=candidate:(?:\S+ ){5}\S+(?: \S+ \S+)*$/;
const NAME =
	/^(?:typ|raddr|rport|tcptype|generation|ufrag|password|network-id|network-cost|svn)(?: |$)/;

const lacksBlank = (line: string, next: string) => NAME.test(next) && UP_TO_A_NAME.test(line);

interface Row {
	readonly start: number;
	readonly end: number;
	readonly next: number;
}

const widthOf = ({ start, end }: Row) => end - start;

/**
 * Descriptions whose long lines were broken at one width, wherever that was: by the window of a terminal, or
 * by a log that holds no more in an entry. Linear.
 */
export function findHardWrapped(text: string): Enclosed[] {
	const found: Enclosed[] = [];
	let from = 0;
	for (let at = text.indexOf('v=0'); at !== -1; at = text.indexOf('v=0', from)) {
		const row = { start: beginningOf(text, at, from), ...realEndFrom(text, at) };
		const { one, end } = widthOf(row) > LONGEST ? nothing(row.end) : readAt(text, at, row, from);
		if (one) found.push(one);
		from = Math.max(end, at + 3);
	}
	return found;
}

/** What was found, and up to where was looked. */
interface Read {
	readonly one: Enclosed | null;
	readonly end: number;
}

const nothing = (end: number): Read => ({ one: null, end });

function readAt(text: string, at: number, row: Row, from: number): Read {
	const rest = text.slice(at, row.end);
	if (rest.trimEnd() === 'v=0') {
		const one = unfolded(text, at, row);
		return { one, end: one?.end ?? at };
	}
	if (!WRITTEN.test(rest)) return nothing(at);
	const full = fullRows(text, row, from);
	const one = full && rejoined(text, full, filling(full));
	if (full && one) return { one, end: one.end };
	// A mail breaks lines at blanks, so that rows differ in width.
	const flowed = flowedRows(text, row);
	const other = flowed && rejoined(text, flowed, flowing(text));
	return { one: other, end: (other ?? full?.at(-1))?.end ?? at };
}

/** Where the line begins that an offset is in, or the last of it: no row is longer. */
function beginningOf(text: string, at: number, from: number): number {
	const least = Math.max(from, at - LONGEST - 1);
	const front = text.slice(least, at);
	return least + Math.max(front.lastIndexOf('\n'), front.lastIndexOf('\r')) + 1;
}

/** A description whose line ends are real: rows that begin no line go on with the one before, if that one is full. */
function unfolded(text: string, at: number, first: Row): Enclosed | null {
	const front = frontOf(text, at, first);
	const contentOf = (row: Row) => text.slice(row.start + front.length, row.end);
	const rows = rowsFrom(text, first, (row) => hasFront(text, row, front));
	const width = breadthOf(rows, contentOf);
	// A front that is only that of the first row may make it wider than those that were broken.
	if (width === null || widthOf(first) > width) return null;
	const lines = ['v=0'];
	let [last, blanks, joins, whole] = [first, 0, 0, false];
	for (const row of rows.slice(1)) {
		const content = contentOf(row);
		if (content.trim() === '') {
			blanks += 1;
			continue;
		}
		if (widthOf(row) > width) break;
		const missing = blanks === 0 ? width - widthOf(last) : Infinity;
		if (missing > 0 ? beginsLine(content, 0) : isSdpLine(content)) lines.push(content);
		else if (missing <= 1) {
			const line = lines.pop()!;
			// Two rows may be as wide by chance, of which each was broken at a blank.
			const lost = line.length < LONGEST && lacksBlank(line, content) ? 1 : missing;
			lines.push(line + ' '.repeat(lost) + content);
			joins += 1 - lost;
			whole ||= WHOLE.test(lines.at(-1)!);
		} else break;
		[last, blanks] = [row, 0];
	}
	if (joins === 0 || (joins === 1 && !whole)) return null;
	// Where it goes on behind a line that was broken in another way, it was not broken at this width.
	const behind = rows.filter(({ start }) => start > last.start).slice(0, NEAR);
	if (behind.some((row) => isSdpLine(contentOf(row)))) return null;
	return { start: at, end: last.end, text: `${lines.join('\r\n')}\r\n` };
}

/** The width of the first row that another one goes on with; null where there is none. */
function breadthOf(rows: readonly Row[], contentOf: (row: Row) => string): number | null {
	const full = rows.filter((row, index) => {
		const behind = rows[index + 1];
		if (behind === undefined || widthOf(row) < NARROWEST) return false;
		const content = contentOf(behind);
		return content.trim() !== '' && !beginsLine(content, 0) && beginsLine(contentOf(row), 0);
	});
	const [first] = full.map(widthOf);
	if (first === undefined) return null;
	return full.some((row) => widthOf(row) === first + 1) ? first + 1 : first;
}

/** The rows from the first one on that may be of one description. */
function rowsFrom(text: string, first: Row, isPart: (row: Row) => boolean): Row[] {
	const rows = [first];
	let foreign = 0;
	for (let row = rowFrom(text, first.next); row; row = rowFrom(text, row.next)) {
		if (widthOf(row) > LONGEST || !isPart(row)) break;
		const line = text.slice(row.start, row.end);
		foreign = /[a-z]=/.test(line) ? 0 : foreign + 1;
		if (line.includes('v=0') || foreign > MOST_FOREIGN) break;
		rows.push(row);
	}
	return rows;
}

function rowFrom(text: string, start: number): Row | null {
	return start < text.length ? { start, ...realEndFrom(text, start) } : null;
}

/** What stands in front of the first line, and of the next as well. */
function frontOf(text: string, at: number, first: Row): string {
	const front = text.slice(first.start, at);
	const second = rowFrom(text, first.next);
	return second && hasFront(text, second, front) ? front : '';
}

/** Whether a row is blank or begins as another does, but for its numbers. */
function hasFront(text: string, { start, end }: Row, front: string): boolean {
	if (text.slice(start, Math.min(end, start + LONGEST)).trim() === '') return true;
	return commonLength(text.slice(start, start + front.length), front) === front.length;
}

/** So much two beginnings have in common; a digit is like any other. */
function commonLength(one: string, other: string): number {
	const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9';
	let at = 0;
	while (at < one.length && (one[at] === other[at] || (isDigit(one[at]) && isDigit(other[at]))))
		at += 1;
	return at;
}

/** The rows of one width around a row, and the one behind them; null where there is none. */
function fullRows(text: string, first: Row, from: number): Row[] | null {
	const second = rowFrom(text, first.next);
	if (!second) return null;
	const width = Math.max(widthOf(first), widthOf(second));
	const isFull = (row: Row) => widthOf(row) >= width - 1 && widthOf(row) <= width;
	if (width < NARROWEST || width > LONGEST || !isFull(first)) return null;
	const before: Row[] = [];
	for (let row = rowBefore(text, first.start, from); row && isFull(row);) {
		before.push(row);
		row = rowBefore(text, row.start, from);
	}
	const rows = [...before.reverse(), first];
	for (let row: Row | null = second; row && widthOf(row) <= width; row = rowFrom(text, row.next)) {
		if (text.slice(row.start, row.end).trim() === '') break;
		rows.push(row);
		if (!isFull(row)) break;
	}
	return rows;
}

/** The rows from one on up to the quote that closes the description; null where none does. */
function flowedRows(text: string, first: Row): Row[] | null {
	const rows = [first];
	let isBroken = false;
	for (let row = rowFrom(text, first.next); row; row = rowFrom(text, row.next)) {
		const line = text.slice(row.start, Math.min(row.end, row.start + LONGEST));
		if (widthOf(row) > LONGEST || line.trim() === '' || line.includes('v=0')) return null;
		const last = rows.at(-1)!;
		// A backslash there says itself that the line goes on.
		if (text[last.end - 1] === '\\') return null;
		isBroken ||= !ENDED.test(text.slice(last.start, last.end));
		rows.push(row);
		if (/["'`]/.test(line)) return isBroken && !areMixed(rows) ? rows : null;
	}
	return null;
}

/** What is put between a row and the next. */
type Joint = (row: Row) => string;

/** A blank at the end of a full row is lost where it is copied. */
const filling = (rows: readonly Row[]): Joint => {
	const width = widest(rows);
	return (row) => ' '.repeat(width - widthOf(row));
};

/** A row that was broken at a blank has lost it; one that was broken behind a hyphen or a line end had none. */
const flowing =
	(text: string): Joint =>
	(row) =>
		/(?:[ \t]|(?<!=)-|\\+[rn])$/.test(text.slice(Math.max(row.start, row.end - 8), row.end))
			? ''
			: ' ';

/**
 * Whether more rows are as wide as can be than are so by chance: then some were broken in the middle of a word,
 * and behind which a blank was lost cannot be told.
 */
function areMixed(rows: readonly Row[]): boolean {
	const width = widest(rows);
	return rows.filter((row) => widthOf(row) === width).length > 2 + rows.length / 6;
}

const widest = (rows: readonly Row[]) =>
	rows.reduce((most, row) => Math.max(most, widthOf(row)), 0);

/** A description whose line ends are written out, from the rows that it was broken into. */
function rejoined(text: string, rows: readonly Row[], joint: Joint): Enclosed | null {
	const prefix = prefixOf(text, rows);
	const pieces = rows.map((row, index) => {
		const content = text.slice(index === 0 ? row.start : row.start + prefix, row.end);
		return index === rows.length - 1 ? content : content + joint(row);
	});
	const whole = pieces.join('');
	return areLines(whole.slice(whole.indexOf('v=0')))
		? { start: rows[0]!.start, end: rows.at(-1)!.end, text: whole }
		: null;
}

function rowBefore(text: string, start: number, from: number): Row | null {
	const end = text[start - 2] === '\r' ? start - 2 : start - 1;
	if (end < from) return null;
	return { start: beginningOf(text, end, from), end, next: start };
}

/** How long the prefix is that all rows have. */
function prefixOf(text: string, rows: readonly Row[]): number {
	const first = text.slice(rows[0]!.start, rows[0]!.end);
	const common = rows
		.slice(1)
		.reduce(
			(least, { start, end }) => Math.min(least, commonLength(text.slice(start, end), first)),
			Infinity
		);
	return AFTER_PREFIX.exec(first.slice(0, common))?.[0].length ?? 0;
}

/** Whether all between the line ends that are written out is lines of SDP, up to the quote that closes them. */
function areLines(text: string): boolean {
	const quote = text.search(/["'`]/);
	// One that opens is of another text, so this one broke off.
	if (quote === -1 || !CLOSES.test(text.slice(quote, quote + 8))) return false;
	const lines = text.slice(0, quote).split(WRITTEN_END);
	// What is behind the last line end may be the rest of a line, or of a quote that is escaped.
	return lines.slice(0, -1).every((line) => beginsLine(line.trimStart(), 0));
}

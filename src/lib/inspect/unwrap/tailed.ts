import type { Enclosed } from './enclosed-text';
import { realEndFrom } from './read-line';

/** The first line of a description with what a log wrote behind it, such as `+3ms` or `app.js:42`. */
const BEGUN = /v=0[ \t]+([^\s=][^\r\n=]{0,59}?)[ \t]*(?=[\r\n])/g;
/** The line behind it. */
const ORIGIN = /o=\S+ \S+ \S+ IN IP[46] \S+[ \t]/;
/** Marks alone are taken off elsewhere. */
const WORD = /\w/;
/** What all lines share is told from what one of them has by so many. */
const FEWEST = 4;
/** A line that has more in front of its end is looked at from there on. */
const LONGEST = 2000;

interface Row {
	readonly start: number;
	readonly end: number;
	readonly next: number;
}

/**
 * Descriptions in a log that writes the same behind each line, or the same but for its numbers: the time since the
 * line before, the place in a program. Linear.
 */
export function findTailed(text: string): Enclosed[] {
	const found: Enclosed[] = [];
	let after = 0;
	for (const { index, 1: tail = '' } of text.matchAll(BEGUN)) {
		if (index < after || !WORD.test(tail)) continue;
		const ending = endingLike(tail);
		const origin = rowAt(text, rowAt(text, index).next);
		if (!ending.test(lineOf(text, origin)) || !ORIGIN.test(lineOf(text, origin))) continue;
		const rows = [...rowsBefore(text, index, after, ending), ...rowsFrom(text, index, ending)];
		if (rows.length < FEWEST) continue;
		const [start, end] = [rows[0]!.start, rows.at(-1)!.next];
		const lines = rows.map((row) => lineOf(text, row).replace(ending, ''));
		found.push({ start, end, text: `${lines.join('\n')}\n` });
		after = end;
	}
	return found;
}

/** Such an end of a line, with any numbers in the place of its own. */
function endingLike(tail: string): RegExp {
	const escaped = tail.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&').replace(/\d+/g, String.raw`\d{1,20}`);
	return new RegExp(`[ \\t]${escaped}[ \\t]*$`);
}

/** The lines in front of that of an offset that all end so, the first one first. */
function rowsBefore(text: string, from: number, least: number, ending: RegExp): Row[] {
	const rows: Row[] = [];
	for (let at = lineStart(text, from); at > least;) {
		const isTwo = text[at - 1] === '\n' && text[at - 2] === '\r';
		const row = rowAt(text, lineStart(text, at - (isTwo ? 2 : 1)));
		if (row.start < least || !ending.test(lineOf(text, row))) break;
		rows.push(row);
		at = row.start;
	}
	return rows.reverse();
}

/** The lines from that of an offset on that all end so. */
function rowsFrom(text: string, from: number, ending: RegExp): Row[] {
	const rows: Row[] = [];
	for (let at = lineStart(text, from); at < text.length;) {
		const row = rowAt(text, at);
		if (!ending.test(lineOf(text, row))) break;
		rows.push(row);
		at = row.next;
	}
	return rows;
}

function rowAt(text: string, from: number): Row {
	const start = lineStart(text, from);
	return { start, ...realEndFrom(text, start) };
}

/** Where the line of an offset begins; a search for both line ends would go back to the beginning for the one that is nowhere. */
function lineStart(text: string, at: number): number {
	let start = at;
	while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1;
	return start;
}

const lineOf = (text: string, { start, end }: Row): string =>
	text.slice(Math.max(start, end - LONGEST), end);

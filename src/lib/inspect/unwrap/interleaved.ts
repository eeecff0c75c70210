import type { Enclosed } from './enclosed-text';
import { shapeOf } from './prefix';
import { realEndFrom } from './read-line';
import { isSdpLine } from './sdp-line';

/** Fewer lines stand so by chance. */
const FEWEST = 3;

interface Row {
	readonly text: string;
	readonly end: number;
}

/**
 * Descriptions with a row of others between each two lines: the number of the line, as pages that show programs
 * are copied, or the head of an entry, as `logcat -v long` prints it. Linear.
 */
export function findInterleaved(text: string): Enclosed[] {
	const found: Enclosed[] = [];
	for (let at = text.indexOf('v=0'); at !== -1;) {
		const read = readAt(text, at);
		if (read) found.push({ start: at, end: read.end, text: `v=0\r\n${read.lines.join('')}` });
		at = text.indexOf('v=0', read?.end ?? at + 3);
	}
	return found;
}

/** What begins at an offset; null where the row there is not the first line alone. */
function readAt(text: string, at: number): ReturnType<typeof readFrom> {
	if (!/[\r\n][ \t]*$/.test(text.slice(Math.max(0, at - 40), at))) return null;
	const first = realEndFrom(text, at);
	return text.slice(at, first.end).trim() === 'v=0' ? readFrom(text, first.next) : null;
}

/** The lines behind the first one, each behind a row of one shape; null where they do not stand so. */
function readFrom(text: string, start: number): { lines: string[]; end: number } | null {
	const rows = rowsFrom(text, start);
	const lines: string[] = [];
	let shape: string | null = null;
	let end = start;
	for (;;) {
		const between = rows.next().value;
		const line = rows.next().value;
		if (!between || !line || isSdpLine(between.text) || line.text === 'v=0') break;
		shape ??= shapeOf(between.text);
		// What differs from line to line has a number in it.
		if (!shape.includes('#') || shapeOf(between.text) !== shape || !/^[a-z]=/.test(line.text))
			break;
		lines.push(`${line.text}\r\n`);
		end = line.end;
	}
	return lines.filter((line) => isSdpLine(line.trim())).length < FEWEST ? null : { lines, end };
}

/** The rows that are not blank, from an offset on. */
function* rowsFrom(text: string, start: number): Generator<Row, undefined> {
	for (let at = start; at < text.length;) {
		const { end, next } = realEndFrom(text, at);
		const row = text.slice(at, end).trim();
		if (row !== '') yield { text: row, end };
		at = next;
	}
}

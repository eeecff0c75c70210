import type { Compared } from './enclosed-text';
import { realEndFrom } from './read-line';
import { beginsLine, isSdpLine } from './sdp-line';

/** Longer rows no terminal has. */
const LONGEST = 400;
/** Tabs lead to the next multiple of this. */
const TAB = 8;
/** Fewer rows stand beside each other by chance. */
const FEWEST = 3;
/** Where the second column may begin: behind a blank, and in front of that a mark of `diff -y`. */
const SECOND = /(?:\s{2}|[|<>(/\\]\s|\s[|<>(/\\]) *(?=[a-z]=)/g;
/** The mark between both, with the blanks around it. */
const GUTTER = /\s*[|<>(/\\]?\s*$/;
/** By so much at most a column is narrower than the second one begins, as `diff -y` divides any width of a terminal. */
const NARROWER = 11;

interface Row {
	readonly text: string;
	/** Where a second line of SDP may begin in it; -1 where none does. */
	readonly second: number;
}

/** Two descriptions whose lines stand beside each other, as `diff -y` prints them. Linear. */
export function findSideBySide(text: string): Compared[] {
	if (!/[a-z]=[^\r\n]{0,390}(?:\t| [ |<>])\s{0,200}[a-z]=/.test(text)) return [];
	const found: Compared[] = [];
	let rows: Row[] = [];
	let start = 0;
	let last = 0;
	const close = () => {
		const columns = columnsOf(rows);
		if (columns !== null) found.push({ start, end: last, text: columns, isPart: false });
		rows = [];
	};
	for (let at = 0; at < text.length;) {
		const { end, next } = realEndFrom(text, at);
		const row = end - at <= LONGEST ? rowOf(text.slice(at, end)) : null;
		if (row) {
			if (rows.length === 0) start = at;
			rows.push(row);
			last = next;
		} else {
			close();
		}
		at = next;
	}
	close();
	return found;
}

/** A row with blanks for its tabs, where lines of SDP stand in one column or in both; null for other lines. */
function rowOf(line: string): Row | null {
	const text = line.includes('\t') ? withoutTabs(line) : line;
	const content = text.search(/[^\s|<>(/\\]/);
	if (content === -1 || !beginsLine(text, content)) return null;
	if (content > 0) return { text, second: content };
	const second = [...text.matchAll(SECOND)].find(({ index }) => index > 0);
	return { text, second: second ? second.index + second[0].length : -1 };
}

function withoutTabs(line: string): string {
	let text = '';
	for (const piece of line.split(/(\t)/)) {
		text += piece === '\t' ? ' '.repeat(TAB - (text.length % TAB)) : piece;
	}
	return text;
}

/** Both columns, one after the other; null where there are not two. */
function columnsOf(rows: readonly Row[]): string | null {
	const counts = new Map<number, number>();
	for (const { second } of rows) {
		if (second > 0) counts.set(second, (counts.get(second) ?? 0) + 1);
	}
	const [place, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
	if (count < FEWEST || count * 4 < rows.filter(({ second }) => second > 0).length * 3) return null;
	const left = rows.map(({ text }) => text.slice(0, place).replace(GUTTER, ''));
	const right = rows.map(({ text }) => text.slice(place).trimEnd());
	if ([left, right].some((lines) => lines.filter((line) => isSdpLine(line)).length < FEWEST)) {
		return null;
	}
	// What fills its column was cut there.
	const longest = [...left, ...right].reduce((most, { length }) => Math.max(most, length), 0);
	const width = longest >= place - NARROWER ? longest : Infinity;
	const told = (lines: readonly string[]) =>
		lines
			.filter((line) => line !== '')
			.map((line) => `${line.length >= width ? `${line}…` : line}\n`)
			.join('');
	return `${told(left)}then:\n${told(right)}`;
}

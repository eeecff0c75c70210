import { LONGEST_PREFIX } from './prefix';
import { COMMENT_BEHIND, MORE_LINES } from './remarks';
import { firstWrittenEnd, writtenEndAt, type WrittenEnd } from './written-end';

/** What a description stands in, as far as its first line tells. */
export interface Wrapping {
	/** How its line ends are written out; null where they are real. */
	readonly written: WrittenEnd | null;
	/** The quote that was opened in front of it, `&quot;` and three in a row included. */
	readonly quote: string | null;
	/** Whether each line has quotes of its own, as in a program or a list. */
	readonly isQuotedByLine: boolean;
	/** What is behind each line: the dot of ngrep, the `$` of `cat -A`. */
	readonly suffix: string;
	/** Whether spaces fill each line, up to what is behind it, or to the width of a window. */
	readonly isPadded: boolean;
	/** Whether a bracket was opened in front of it. */
	readonly isInBrackets: boolean;
	/** What stands in front of the first line, in its line of text. */
	readonly front: string;
}

/** So far in front of a description brackets are looked for. */
const NEARBY = 200;

const CLOSED_LINE = String.raw`[ \t]*[,+;.)\]]{0,3}[ \t]*${COMMENT_BEHIND}?`;
const LINE_QUOTED = new RegExp(String.raw`\\*["'\x60]${CLOSED_LINE}(?=[\r\n]|$)`, 'y');
const CLOSING = new RegExp(String.raw`(["'\x60])${CLOSED_LINE}$`);
const MARK = /[^\w\s"'`]/y;
const LONGEST_SUFFIX = 16;
const FOLDED = new RegExp(String.raw`${MORE_LINES}[ \t]*(?=[\r\n]|$)`, 'y');
const REAL_END = /(?=[\r\n]|$)/y;
const NEXT_LINE = /\r?\n([^\r\n]{1,1000})(?=[\r\n]|$)/y;

/** What a description that begins with `v=0` at an offset is wrapped in; null where none begins. */
export function wrappingAt(text: string, start: number): Wrapping | null {
	let at = start + 'v=0'.length;
	while (text[at] === ' ' || text[at] === '\t') at += 1;
	at += matchAt(FOLDED, text, at)?.length ?? 0;
	const written = writtenEndAt(text, at);
	const rest = written?.end ?? at;
	const isQuotedByLine = matchAt(LINE_QUOTED, text, rest) !== null;
	const suffix = isQuotedByLine ? '' : suffixAt(text, rest);
	const isBeginning =
		written || isQuotedByLine || suffix !== '' || matchAt(REAL_END, text, rest) !== null;
	if (!isBeginning) return null;
	const isPadded = suffix === '' ? isFilled(text, at) : at > start + 'v=0'.length;
	const front = frontOf(text, start);
	// Three quotes hold lines as they are; where line ends are written out, the last of them is one.
	const quote = written && front.quote?.length === 3 ? front.quote.slice(-1) : front.quote;
	return { written, isQuotedByLine, suffix, isPadded, ...front, quote };
}

/** What lines of a description without its beginning are wrapped in, from the first one on. */
export function wrappingOfLines(text: string, start: number, end: number): Wrapping {
	const line = text.slice(start, end);
	const written = firstWrittenEnd(line, 0);
	const front = frontOf(text, start);
	const { quote } = front;
	// What is opened in front of a line and closed behind it holds that line alone.
	const closing = quote === null ? undefined : CLOSING.exec(line)?.[1];
	const isQuotedByLine = closing !== undefined && closing === quote;
	return { written, isQuotedByLine, suffix: '', isPadded: isFilled(text, end), ...front };
}

/** Whether spaces stand behind a line that ends at an offset and behind the next, as a terminal copies them. */
export function isFilled(text: string, at: number): boolean {
	if (!/[ \t]/.test(text[at - 1] ?? '')) return false;
	NEXT_LINE.lastIndex = at;
	return /[ \t]$/.test(NEXT_LINE.exec(text)?.[1] ?? '');
}

function frontOf(text: string, start: number): Pick<Wrapping, 'quote' | 'isInBrackets' | 'front'> {
	const front = text.slice(Math.max(0, start - NEARBY), start);
	return {
		quote: /&quot;$|"""$|'''$|["'`]$/.exec(front)?.[0] ?? null,
		isInBrackets: /[{([][^{}()[\]]*$/.test(front),
		front: lineFront(text, start)
	};
}

/** What is behind a line besides its end: marks, and line ends that are written out in another way. */
function suffixAt(text: string, start: number): string {
	let at = start;
	while (at - start < LONGEST_SUFFIX && matchAt(REAL_END, text, at) === null) {
		const next = writtenEndAt(text, at)?.end ?? at + (matchAt(MARK, text, at)?.length ?? 0);
		if (next === at) return '';
		at = next;
	}
	return text.slice(start, at);
}

/** What stands in front of an offset in its line, or the last of it. */
export function lineFront(text: string, at: number): string {
	const front = text.slice(Math.max(0, at - LONGEST_PREFIX), at);
	return front.slice(Math.max(front.lastIndexOf('\n'), front.lastIndexOf('\r')) + 1);
}

function matchAt(expression: RegExp, text: string, at: number): string | null {
	expression.lastIndex = at;
	return expression.exec(text)?.[0] ?? null;
}

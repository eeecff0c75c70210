import { COMMENT_BEHIND, withoutEmphasis } from './remarks';
import { beginsLine, isSdpLine } from './sdp-line';
import type { Wrapping } from './wrapping';

/** A line of a description, where its content stands in the text. */
export interface WrappedLine {
	readonly start: number;
	readonly end: number;
	/** Where the next line may begin: behind the line end, real or written out. */
	readonly next: number;
	/** Where it goes on, if it was broken in two or more. */
	readonly more?: readonly Part[];
}

/** A part of a text: [start, end). */
export interface Part {
	readonly start: number;
	readonly end: number;
}

/** Why a line of text was left. */
export interface Left {
	/** `line-end`: another may follow. `closed`: by a quote or a tag. `foreign`: by what is no SDP. */
	readonly why: 'line-end' | 'closed' | 'foreign' | 'text-end';
	/** Where reading stopped. */
	readonly at: number;
	/** Whether the last line has its line end. */
	readonly isEnded: boolean;
	/** Where somebody wrote behind the quote that closes the line; absent where nobody did. */
	readonly remark?: number;
}

/** Of so many lines one behind the first is SDP, where they are a description. */
const MOST_UNSURE = 50;

/** Reads the lines of a description that one line of text has, from their content on. */
export function readLine(
	text: string,
	from: number,
	wrapping: Wrapping,
	lines: WrappedLine[]
): Left {
	const left = wrapping.written
		? readWritten(text, from, wrapping, wrapping.written, lines)
		: readReal(text, from, wrapping, lines);
	return isHopeless(text, lines) ? { ...left, why: 'foreign' } : left;
}

/** Whether what was read is no description: else each `v=0` of a text that has many would have all of it read. */
function isHopeless(text: string, lines: readonly WrappedLine[]): boolean {
	const isSdp = ({ start, end }: WrappedLine) => isSdpLine(withoutEmphasis(text.slice(start, end)));
	return lines.length === MOST_UNSURE && !lines.slice(1).some(isSdp);
}

const REAL_END = /\r\n|\n|\r/g;
/** What is behind the closing quote of a line that has quotes of its own. */
const BEHIND = String.raw`[ \t]*[,+;.)\]]*[ \t]*(${COMMENT_BEHIND}?)`;
const CONTINUES = new RegExp(String.raw`${BEHIND}(?:\r\n|\n|\r|$)`, 'y');
/** The quote that closes such a line, and what is behind it. */
const CLOSING = new RegExp(String.raw`\\*["'\x60]${BEHIND}$`);

/** Where the first real line end from an offset on stands, and where the next line begins. */
export function realEndFrom(text: string, from: number): { end: number; next: number } {
	REAL_END.lastIndex = from;
	const found = REAL_END.exec(text);
	return found
		? { end: found.index, next: found.index + found[0].length }
		: { end: text.length, next: text.length };
}

function readReal(text: string, from: number, wrapping: Wrapping, lines: WrappedLine[]): Left {
	const { end, next } = realEndFrom(text, from);
	const line = text.slice(from, end);
	if (wrapping.isQuotedByLine) {
		const closing = CLOSING.exec(line);
		if (closing) {
			if (closing.index > 0) lines.push({ start: from, end: from + closing.index, next });
			const why = next === end ? 'text-end' : 'line-end';
			return { why, at: next, isEnded: true, ...remarkIn(closing, from + closing.index) };
		}
	} else {
		const closing = closingIn(line, wrapping.quote);
		if (closing !== null) {
			const at = from + closing;
			if (closing > 0) lines.push({ start: from, end: at, next: at });
			return { why: 'closed', at, isEnded: closing === 0 };
		}
	}
	const { suffix } = wrapping;
	const hasSuffix = suffix !== '' && line.trimEnd().endsWith(suffix);
	const bare = hasSuffix ? line.trimEnd().slice(0, -suffix.length) : line;
	const content = wrapping.isPadded ? bare.trimEnd() : bare;
	lines.push({ start: from, end: from + content.length, next });
	const isEnded = next > end || hasSuffix;
	return { why: next === end ? 'text-end' : 'line-end', at: next, isEnded };
}

/** Where the comment stands behind what closes a line, of which this was found at an offset. */
function remarkIn([found, comment = '']: RegExpExecArray, at: number): Pick<Left, 'remark'> {
	return comment === '' ? {} : { remark: at + found.indexOf(comment) };
}

/** Where a line is closed by a quote that was opened, or by a tag. */
function closingIn(line: string, quote: string | null): number | null {
	const ends = [closingTag(line), closingQuote(line, quote)].filter((at) => at >= 0);
	return ends.length > 0 ? Math.min(...ends) : null;
}

/** A line of SDP may hold tags; so far back is looked for where one was opened. */
const TAG_REACH = 2000;

/** Where a tag closes what was opened in front of the line; -1 for none: what a line opens is its own. */
function closingTag(line: string): number {
	const open = new Map<string, number>();
	for (const { index, 1: slash, 2: name = '' } of line.matchAll(/<(\/?)([\w:-]*)/g)) {
		const count = open.get(name) ?? 0;
		if (slash === '') open.set(name, count + 1);
		else if (count === 0) return index;
		else open.set(name, count - 1);
	}
	return -1;
}

/** Whether the tag at an offset closes what was opened in front of the line that begins at `start`. */
function isClosingTag(text: string, start: number, at: number): boolean {
	const from = Math.max(start, at - TAG_REACH);
	return closingTag(text.slice(from, at + 80)) === at - from;
}

function closingQuote(line: string, quote: string | null): number {
	if (quote === null) return -1;
	for (let at = line.indexOf(quote); at >= 0; at = line.indexOf(quote, at + 1)) {
		const behind = line.slice(at + quote.length, at + quote.length + 20);
		if (/^[ \t]*(?:[,;:)}\]+>]|\.[a-zA-Z]|$|\\)/.test(behind)) return at;
	}
	return -1;
}

function readWritten(
	text: string,
	from: number,
	wrapping: Wrapping,
	written: NonNullable<Wrapping['written']>,
	lines: WrappedLine[]
): Left {
	const { stop } = written;
	let start = from;
	let isEnded = false;
	stop.lastIndex = from;
	for (;;) {
		const found = stop.exec(text);
		const end = found?.index ?? text.length;
		if (found?.[2] === '</' && !isClosingTag(text, start, end)) continue;
		if (found?.[2] !== undefined && !isClosing(found[2], wrapping)) continue;
		const next = end + (found?.[0].length ?? 0);
		const content = text.slice(start, end);
		const isBlank = content.trim() === '' || content.trim() === wrapping.suffix;
		if (!isBlank) {
			const indent = content.search(/\S/);
			const isSecond = lines.length > 0 && content.startsWith('v=', indent);
			const isLine = beginsLine(text, start + indent) || content.includes('…');
			if (isSecond || !isLine) return { why: 'foreign', at: start, isEnded };
			lines.push({ start: start + indent, end, next: found?.[2] === undefined ? next : end });
			if (isHopeless(text, lines)) return { why: 'foreign', at: next, isEnded };
		}
		isEnded = found?.[1] !== undefined || (isBlank && isEnded);
		if (!found) return { why: 'text-end', at: text.length, isEnded };
		if (found[2] !== undefined) {
			CONTINUES.lastIndex = next;
			const rest = wrapping.isQuotedByLine ? CONTINUES.exec(text) : null;
			return rest
				? {
						why: 'line-end',
						at: next + rest[0].length,
						isEnded: true,
						...remarkIn(rest, next)
					}
				: { why: 'closed', at: end, isEnded };
		}
		if (found[1] === undefined) return { why: 'line-end', at: next, isEnded };
		start = next;
	}
}

/** Whether a quote is the one that was opened: those within are escaped more deeply (RFC 8259, 7). */
function isClosing(mark: string, { written, quote }: Wrapping): boolean {
	if (mark === '</') return true;
	if (mark === '&quot;' || quote === '&quot;') return mark === quote;
	const isSame = quote === null || mark.endsWith(quote);
	return isSame && mark.length - 1 < Math.max(1, written?.depth ?? 0);
}

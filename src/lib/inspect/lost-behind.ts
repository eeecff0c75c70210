import type { Lost } from '../diagnose';
import { goesOnUnread } from './unwrap/goes-on';
import { LONGEST_PREFIX, shapeOf } from './unwrap/prefix';
import type { Unwrapped } from './unwrap/read-wrapped';
import { lineFront, type Wrapping } from './unwrap/wrapping';

/** What stands where a log cut its own line, with what is left of a line end. */
const CUT_OFF =
	/^[^\s"'`]{0,12}(?:\.{3}|…)|^\s*[[(<{][^\])>}\r\n]{0,20}(?:truncated|more|bytes|chars)\b/i;

/** What Node writes behind the quote of a text that it prints a part of (`util.inspect`, `maxStringLength`). */
const MORE_BEHIND = /^(?:\\*["'`])?\.{3} ?\d+ more characters?/;

/** What stands in front of a line of which there is no more than its first letter. */
const FIRST_LETTER = /^([^\r\n]*?)[abcikmoprstuvez]=?$/;

/** What little stands behind an offset, up to the end of the text; null where more does. */
export const restOf = (text: string, from: number): string | null =>
	text.length - from > LONGEST_PREFIX ? null : text.slice(from).trim();

/** What of a description was lost, as what stands around it tells; null where nothing was, as far as that goes. */
export function lostBehind(text: string, read: Unwrapped, wrapping: Wrapping): Lost | null {
	const { end, isClosed } = read;
	const behind = text.slice(end, end + 60);
	if (MORE_BEHIND.test(behind)) return 'shortened';
	if (read.leftOut !== null) return 'left out';
	if (isClosed) return null;
	if (goesOnUnread(text, end)) return 'unread';
	const isInLine = !/[\r\n]/.test(text[end - 1] ?? '');
	if (isInLine && CUT_OFF.test(behind)) return 'broken off';
	if (isFirstLetter(text, read)) return 'broken off';
	return isInOpenQuote(text, read, wrapping) ? 'broken off' : null;
}

/** Whether nothing stands behind a description but the first letter of its next line, with the prefix of the others. */
function isFirstLetter(text: string, { lines, end }: Unwrapped): boolean {
	const prefix = FIRST_LETTER.exec(restOf(text, end) ?? '')?.[1];
	return prefix !== undefined && shapeOf(prefix) === shapeOf(lineFront(text, lines.at(-1)!.start));
}

/**
 * Whether what was opened in front of a description, or of its last line, is never closed; what was not opened may
 * go on. Where line ends are real, others may stand behind it: there it has to be the last of its text.
 */
function isInOpenQuote(text: string, { lines, end }: Unwrapped, wrapping: Wrapping): boolean {
	const { written, quote, isQuotedByLine } = wrapping;
	if (quote === null) return false;
	if (written !== null && !isQuotedByLine) return true;
	if (restOf(text, end) !== '') return false;
	return !isQuotedByLine || !text.slice(lines.at(-1)!.start).includes(quote);
}

import { LONGEST_PREFIX } from './prefix';
import type { Left, WrappedLine } from './read-line';
import type { Wrapping } from './wrapping';

/** The end that was left, with the quote that closes it on a line of its own behind it. */
export function closedBehind(text: string, left: Left, { written, quote }: Wrapping): Left {
	if (written === null || quote === null) return left;
	const [blank] = /^\s*/.exec(text.slice(left.at, left.at + LONGEST_PREFIX))!;
	const at = left.at + blank.length;
	return text.startsWith(quote, at) ? { ...left, why: 'closed', at } : left;
}

/** Where the last line ends that a quote or a bracket closes though none was seen to be opened in it. */
export function bare(
	text: string,
	lines: readonly WrappedLine[],
	{ written, quote, isQuotedByLine, isInBrackets }: Wrapping
): { end: number; isCut: boolean } {
	const { start, end } = lines.at(-1) ?? { start: 0, end: 0 };
	const line = text.slice(start, end);
	const found =
		(isInBrackets ? closingOf(line) : null) ??
		(!written && !isQuotedByLine && quote === null && isOdd(line)
			? /["'`][\s,;)}\]]*$/.exec(line)
			: null) ??
		// What a mail makes of quotes is in no line of SDP.
		(written ? null : /[”’»][\s,;)}\]]*$/.exec(line));
	return found ? { end: start + found.index, isCut: true } : { end, isCut: false };
}

/** What closes a line that stands in brackets; brackets of its own are part of it. */
function closingOf(line: string): { index: number } | null {
	const found = /(?:, *["']?type["']?[:=] *["']?\w+["']?)?[ \t]*[)}\]]+[,;]?[ \t]*$/.exec(line);
	if (!found || found[0].startsWith(',')) return found;
	const inner = line.slice(0, found.index);
	const count = (brackets: RegExp) => inner.match(brackets)?.length ?? 0;
	// As many as the line opened itself stay with it.
	const own = count(/[({[]/g) - count(/[)}\]]/g);
	if (own <= 0) return found;
	return /^[)}\]]/.test(line.slice(found.index + own)) ? { index: found.index + own } : null;
}

function isOdd(line: string): boolean {
	const quote = /(["'`])[\s,;)}\]]*$/.exec(line)?.[1];
	return quote !== undefined && line.split(quote).length % 2 === 0;
}

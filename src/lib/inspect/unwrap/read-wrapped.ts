import { contentAt, contentsOf, learnShape, LONGEST_PREFIX, shapeOf } from './prefix';
import { readLine, realEndFrom, type Left, type WrappedLine } from './read-line';
import { isSdpLine } from './sdp-line';
import { dereferenced, unescaped } from './written-end';
import type { Wrapping } from './wrapping';

/** A description that was taken out of what it was wrapped in. */
export interface Unwrapped {
	readonly sdp: string;
	/** Each line with its content in the text. */
	readonly lines: readonly WrappedLine[];
	readonly start: number;
	readonly end: number;
	/** Whether `sdp` is that very part of the text. */
	readonly verbatim: boolean;
	/** Whether its last line has a line end, as RFC 8866, 5 asks; null where the wrapping hides it. */
	readonly isEnded: boolean | null;
	/** Whether a quote, a bracket or a tag closes it. */
	readonly isClosed: boolean;
}

/** So many lines of others may stand between two lines that share a prefix. */
const MOST_FOREIGN = 5;
/** RFC 8866, 5: the letters that lines of a description begin with. */
const SDP_TYPE = /^[abcikmoprstuvez]=/;
/** A prefix that is alone in its line, before any prefix is known. */
const NOTHING = /^[^\w"'`<{}()[\]]*$/;
/** So much of a line of text tells what it is, beside its prefix. */
const TELLING = 200;

/**
 * Reads a description from its first line on: lines with another prefix, or none, are no part of it, but
 * blank ones and those of others between do not end it. Linear in what it reads.
 * @returns null where there are no two lines that are SDP
 */
export function readWrapped(text: string, start: number, wrapping: Wrapping): Unwrapped | null {
	const lines: WrappedLine[] = [];
	const walk = new Walk(text, wrapping);
	let left: Left = readLine(text, start, wrapping, lines);
	while (left.why === 'line-end') {
		const content = walk.nextContent(left.at, lines.length);
		if (content === null) break;
		const before = lines.length;
		const read = readLine(text, content, wrapping, lines);
		if (lines.length === before && read.why === 'foreign') break;
		left = read;
	}
	const { end: closed, isCut } =
		left.why === 'closed' ? { end: left.at, isCut: false } : bare(text, lines, wrapping);
	const contents = lines.map((line, index) =>
		text.slice(line.start, index === lines.length - 1 && isCut ? closed : line.end)
	);
	if (!contents.some((line, index) => index > 0 && isSdpLine(line))) return null;
	const end = left.why === 'closed' || isCut ? closed : lines.at(-1)!.next;
	const verbatim = isVerbatim(lines, wrapping);
	const isHidden = wrapping.isQuotedByLine || wrapping.suffix !== '' || (walk.shape ?? '') !== '';
	const isEnded = isCut ? false : isHidden && !wrapping.written ? null : left.isEnded;
	const sdp = verbatim ? text.slice(start, end) : joined(contents, wrapping, isEnded ?? true);
	const isClosed = left.why === 'closed' || isCut;
	return { sdp, lines, start, end, verbatim, isEnded, isClosed };
}

/** Goes from line to line of a text, and knows what prefix the lines have. */
class Walk {
	/** The shape of the prefix; null before the second line. */
	shape: string | null = null;
	/** Whether a blank line stands behind each. */
	#isDoubled = false;
	/** Whether one line of text has several of the description. */
	#isDense = false;

	constructor(
		readonly text: string,
		readonly wrapping: Wrapping
	) {}

	/** Where the content of the next line begins; null where the description has ended. */
	nextContent(from: number, count: number): number | null {
		let [at, blank, foreign] = [from, 0, 0];
		const isFirst = this.shape === null;
		while (at < this.text.length) {
			const { end, next } = realEndFrom(this.text, at);
			const line = this.text.slice(at, Math.min(end, at + LONGEST_PREFIX + TELLING));
			if (this.#isBlank(line)) blank += 1;
			else {
				this.shape ??= learnShape(line);
				if (this.shape === null) return null;
				const content = contentAt(line, this.shape);
				if (content >= 0) {
					if (isFirst) [this.#isDoubled, this.#isDense] = [blank > 0, count > 1];
					const isPart = !line.startsWith('v=', content) && this.#goesOn(line, content, blank);
					return isPart ? at + content : null;
				}
				foreign += 1;
				if (this.shape === '' || foreign > MOST_FOREIGN || hasSdp(line)) return null;
			}
			at = next;
		}
		return null;
	}

	/** Behind a gap, an indent or a prefix, a letter and an equals sign are not enough. */
	#goesOn(line: string, content: number, blank: number): boolean {
		if (isSdpLine(line, content)) return true;
		if (this.#isDense) return false;
		if (blank > 0) return this.#isDoubled;
		return content === 0 || SDP_TYPE.test(line.slice(content, content + 2));
	}

	#isBlank(line: string): boolean {
		const { suffix, front, written } = this.wrapping;
		const trimmed = line.trim();
		if (trimmed === '' || trimmed === suffix) return true;
		if (written?.whole.test(trimmed)) return true;
		if (this.shape === null && NOTHING.test(trimmed)) return true;
		const known = this.shape ?? shapeOf(front);
		return known !== '' && shapeOf(trimmed) === known;
	}
}

/** Whether a line of others is SDP as well: passing over it would drop it in silence. */
function hasSdp(line: string): boolean {
	return contentsOf(line).some((at) => isSdpLine(line, at));
}

/** Where the last line ends that a quote or a bracket closes though none was seen to be opened in it. */
function bare(
	text: string,
	lines: readonly WrappedLine[],
	{ written, quote, isQuotedByLine, isInBrackets }: Wrapping
): { end: number; isCut: boolean } {
	const { start, end } = lines.at(-1) ?? { start: 0, end: 0 };
	const line = text.slice(start, end);
	const found =
		(isInBrackets
			? /(?:, *["']?type["']?[:=] *["']?\w+["']?)?[ \t]*[)}\]]+[,;]?[ \t]*$/.exec(line)
			: null) ??
		(!written && !isQuotedByLine && quote === null && isOdd(line)
			? /["'`][\s,;)}\]]*$/.exec(line)
			: null);
	return found ? { end: start + found.index, isCut: true } : { end, isCut: false };
}

function isOdd(line: string): boolean {
	const quote = /(["'`])[\s,;)}\]]*$/.exec(line)?.[1];
	return quote !== undefined && line.split(quote).length % 2 === 0;
}

function isVerbatim(lines: readonly WrappedLine[], wrapping: Wrapping): boolean {
	if (wrapping.written || wrapping.suffix !== '' || wrapping.isQuotedByLine) return false;
	return lines.every((line, index) => index === 0 || line.start === lines[index - 1]!.next);
}

function joined(
	contents: readonly string[],
	{ written, quote, isQuotedByLine }: Wrapping,
	isEnded: boolean
): string {
	const end = written?.means ?? '\r\n';
	const sdp = contents.join(end) + (isEnded ? end : '');
	if (quote === '&quot;' || written?.isReference) return dereferenced(sdp);
	const depth = written?.depth ?? (isQuotedByLine ? 1 : 0);
	return unescaped(sdp, depth);
}

import { Broken } from './broken-line';
import { bare, closedBehind } from './closings';
import { Interrupted } from './interrupted';
import { contentAt, contentsOf, learnShape, LONGEST_PREFIX, shapeOf } from './prefix';
import { readLine, realEndFrom, type Left, type WrappedLine } from './read-line';
import {
	counted,
	markedContentAt,
	remarkOf,
	withoutEmphasis,
	withoutMarks,
	withoutRemark
} from './remarks';
import { isBareHead, isSdpLine } from './sdp-line';
import { dereferenced, hasReferences, unescaped } from './written-end';
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
	/** Where somebody wrote beside the lines, or between them. */
	readonly remarks: readonly number[];
	/** Where somebody left lines out; null where nobody did. */
	readonly leftOut: number | null;
}

/** So many lines of others may stand between two lines that share a prefix. */
const MOST_FOREIGN = 5;
/** RFC 8866, 5: the letters that lines of a description begin with. */
const SDP_TYPE = /^[abcikmoprstuvez]=/;
/** A prefix that is alone in its line, before any prefix is known. */
const NOTHING = /^[^\w"'`<{}()[\]]*$/;
/** Another description begins, in whatever its line ends are written. */
const BEGINNING = /(?<![\w=-])v=0(?=[\s"'`\\<&#^↵⏎␍␊␤]|\.\.|$)/;
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
	walk.clean(lines, left);
	while (left.why === 'line-end') {
		const content = walk.nextContent(left.at, lines);
		if (content === null) break;
		const before = lines.length;
		const read = readLine(text, content, wrapping, lines);
		if (lines.length === before && read.why === 'foreign') break;
		walk.clean(lines, read);
		left = read;
	}
	walk.endPart(lines.length);
	if (left.why === 'line-end') left = closedBehind(text, left, wrapping);
	const { end: closed, isCut } =
		left.why === 'closed' ? { end: left.at, isCut: false } : bare(text, lines, wrapping);
	const written = lines.map((line, index) =>
		index === lines.length - 1 && isCut ? text.slice(line.start, closed) : contentOf(text, line)
	);
	const contents = written.map(withoutEmphasis);
	const isPlain = contents.every((content, index) => content === written[index]);
	if (!contents.some((line, index) => index > 0 && isSdpLine(line))) return null;
	const end = left.why === 'closed' || isCut ? closed : lines.at(-1)!.next;
	const isReferring = hasReferences(text.slice(start, end));
	const verbatim = !walk.isChanged && isPlain && !isReferring && isVerbatim(lines, wrapping);
	const isHidden = wrapping.isQuotedByLine || wrapping.suffix !== '' || (walk.shape ?? '') !== '';
	const isEnded = isCut ? false : isHidden && !wrapping.written ? null : left.isEnded;
	const plain = verbatim ? text.slice(start, end) : joined(contents, wrapping, isEnded ?? true);
	const sdp = isReferring ? dereferenced(plain) : plain;
	const isClosed = left.why === 'closed' || isCut;
	const { remarks, leftOut } = walk;
	return { sdp, lines, start, end, verbatim, isEnded, isClosed, remarks, leftOut };
}

/** The content of a line, put together again where it was broken. */
function contentOf(text: string, { start, end, more = [] }: WrappedLine): string {
	if (more.length === 0) return text.slice(start, end);
	return [{ start, end }, ...more].map((part) => text.slice(part.start, part.end).trim()).join(' ');
}

/** Goes from line to line of a text, and knows what prefix the lines have. */
class Walk {
	/** The shape of the prefix; null before the second line. */
	shape: string | null = null;
	/** Whether a blank line stands behind each. */
	#isDoubled = false;
	/** Whether one line of text has several of the description. */
	#isDense = false;
	/** Whether the line that was found last is marked. */
	#isMarked = false;
	readonly #broken: Broken;
	readonly #interrupted: Interrupted;
	/** The part of a description that says how many lines it has: where they begin. */
	#part: { at: number; begins: number; follow: number } | null = null;
	/** Whether what is read is not that very part of the text. */
	isChanged = false;
	readonly remarks: number[] = [];
	leftOut: number | null = null;

	constructor(
		readonly text: string,
		readonly wrapping: Wrapping
	) {
		this.#broken = new Broken(text);
		this.#interrupted = new Interrupted(text);
	}

	/** Where the content of the next line begins; null where the description has ended. */
	nextContent(from: number, lines: WrappedLine[]): number | null {
		let [at, blank, foreign, isPassed] = [from, 0, 0, false];
		const isFirst = this.shape === null;
		const broken = this.wrapping.written ? null : this.#broken.begin(lines);
		while (at < this.text.length) {
			const { end, next } = realEndFrom(this.text, at);
			const line = this.text.slice(at, Math.min(end, at + LONGEST_PREFIX + TELLING));
			if (this.#isBlank(line)) blank += 1;
			else {
				this.shape ??= learnShape(line);
				const content = this.shape === null ? -1 : this.#contentAt(line);
				if (content >= 0) {
					if (isFirst) [this.#isDoubled, this.#isDense] = [blank > 0, lines.length > 1];
					const isSure = !isPassed || isSdpLine(line, content);
					const isPart = !line.startsWith('v=', content) && this.#goesOn(line, content, blank);
					if (!isSure || !isPart || BEGINNING.test(line.slice(0, content))) break;
					this.isChanged ||= isPassed;
					broken?.keep(lines);
					return at + content;
				}
				foreign += 1;
				const isRemark = this.#isPassedOver(line, at);
				const isRest = !isRemark && blank === 0 && !!broken?.takes(at, end, next);
				isPassed ||= isRemark || (isRest && !broken?.isSure);
				this.isChanged ||= isRest && !!broken?.isSure;
				const isOther = !isRemark && !isRest && !broken?.isDoubtful;
				const behind = isOther ? this.#behindOthers(at, blank, lines) : null;
				if (behind !== null) {
					broken?.keep(lines);
					return behind;
				}
				const isLast =
					this.shape === null || this.shape === '' || hasSdp(line) || BEGINNING.test(line);
				if (foreign > MOST_FOREIGN || (isLast && !isRemark && !isRest)) break;
			}
			at = next;
		}
		if (broken?.end(lines)) this.isChanged = true;
		return null;
	}

	/** Takes what a person put around the line that was read last, or behind it, off. */
	clean(lines: WrappedLine[], { remark }: Left): void {
		if (remark !== undefined) this.remarks.push(remark);
		const last = lines.at(-1);
		if (!last || this.wrapping.written) return;
		const whole = this.text.slice(last.start, last.end);
		const part = counted(whole);
		if (part !== null) {
			this.endPart(lines.length - 1);
			this.#part = { at: last.next, begins: lines.length, follow: part.follow };
		}
		const content = part?.plain ?? whole;
		const marked = this.#isMarked ? withoutMarks(content) : content;
		const plain = withoutRemark(marked);
		if (plain === whole) return;
		this.isChanged = true;
		if (plain !== marked) this.remarks.push(last.start + plain.length);
		lines[lines.length - 1] = { ...last, end: last.start + plain.length };
	}

	/** Where a part has fewer lines than it says, the others are folded away. */
	endPart(count: number): void {
		const { at, begins, follow } = this.#part ?? { at: 0, begins: 0, follow: 0 };
		if (count - begins < follow) this.leftOut ??= at;
		this.#part = null;
	}

	#contentAt(line: string): number {
		const content = contentAt(line, this.shape!);
		this.#isMarked = false;
		if (content >= 0 || this.shape !== '' || this.wrapping.written) return content;
		const marked = markedContentAt(line);
		this.#isMarked = marked >= 0;
		return marked;
	}

	/** Whether a person wrote a line between those of the description. */
	#isPassedOver(line: string, at: number): boolean {
		const remark = this.wrapping.written ? null : remarkOf(line);
		if (remark === 'left out') this.leftOut ??= at;
		if (remark === 'remark') this.remarks.push(at);
		return remark !== null;
	}

	/** Where a description without a prefix goes on behind lines of others; null where it does not. */
	#behindOthers(at: number, blank: number, lines: readonly WrappedLine[]): number | null {
		const isPlain = this.shape === '' || (this.shape === null && this.wrapping.front.trim() === '');
		const isWhole = this.text.startsWith('v=0', lines[0]?.start ?? 0);
		if (!isPlain || !isWhole || this.wrapping.written || this.#isDense) return null;
		const found = this.#interrupted.behind(at, this.#isDoubled ? null : blank, lines);
		if (found === null) return null;
		this.shape = '';
		this.isChanged = true;
		this.remarks.push(...found.foreign);
		return found.content;
	}

	/** Behind a gap, an indent or a prefix, a letter and an equals sign are not enough. */
	#goesOn(line: string, content: number, blank: number): boolean {
		if (isSdpLine(line, content) || isBareHead(line, content)) return true;
		if (this.#isDense) return false;
		if (blank > 0) return this.#isDoubled;
		return content === 0 || SDP_TYPE.test(line.slice(content, content + 2));
	}

	#isBlank(line: string): boolean {
		const { suffix, front, written } = this.wrapping;
		const trimmed = line.trim();
		if (trimmed === '' || trimmed === suffix) return true;
		if (written?.whole.test(trimmed)) return true;
		if (this.shape === null && NOTHING.test(trimmed) && remarkOf(trimmed) === null) return true;
		const known = this.shape ?? shapeOf(front);
		return known !== '' && shapeOf(trimmed) === known;
	}
}

/** Whether a line of others is SDP as well: passing over it would drop it in silence. */
function hasSdp(line: string): boolean {
	return contentsOf(line).some((at) => isSdpLine(line, at));
}

function isVerbatim(lines: readonly WrappedLine[], wrapping: Wrapping): boolean {
	const { written, suffix, isQuotedByLine, isPadded } = wrapping;
	if (written || suffix !== '' || isQuotedByLine || isPadded) return false;
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

import type { Part, WrappedLine } from './read-line';
import { restOfLine } from './rest-of-line';
import { lineFront } from './wrapping';

/** Mails and trackers break lines at blanks, at this width or below it, in UTF-16 code units. */
const WIDTH = 80;
/** What a program begins a line with: the time. */
const TIME = /^[^\w\s]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?\s/;
/** Not even the window of a telephone breaks shorter ones. */
const SMALL = 34;
/** Shorter lines are not broken. */
const NARROWEST = 60;

/** Lines that a mail or a tracker broke in two, where they would have been too long (RFC 3676, 4). */
export class Broken {
	readonly #text: string;
	/** Whether a line stands there that would have been broken. */
	#isLong = false;
	#seen = 0;
	#parts: Part[] = [];
	#next = 0;
	#front = '';
	/** Whether a line before was broken. */
	#isKnown = false;
	/** Whether the line that was read last lacks what was taken. */
	#isLacked = false;
	/** Whether what was not taken may be the rest all the same. */
	#isDoubtful = false;
	/** How wide the widest row of several words is. */
	#widest = 0;

	constructor(text: string) {
		this.#text = text;
	}

	/** Begins behind the lines that were read. */
	begin(lines: readonly WrappedLine[]): this {
		for (; this.#seen < lines.length; this.#seen += 1) {
			const { start, end } = lines[this.#seen]!;
			this.#see({ start, end });
			if (end - start > WIDTH) this.#isLong ||= isBreakable(this.#text.slice(start, end - 1));
		}
		const last = lines.at(-1);
		this.#parts = last ? [last] : [];
		this.#isLacked = false;
		this.#isDoubtful = false;
		this.#front = last ? lineFront(this.#text, last.start) : '';
		return this;
	}

	/** Takes the line of text from `start` to `end` as the rest of the one before it; false where it is none. */
	takes(start: number, end: number, next: number): boolean {
		const before = this.#parts.at(-1);
		if (before === undefined || end - start > 2 * WIDTH) return false;
		const isWithin = this.#text.startsWith(this.#front, start);
		if (!isWithin && this.#front.trim() !== '') return false;
		const from = start + (isWithin ? this.#front.length : 0);
		const word = /\S+/.exec(this.#text.slice(from, end))?.[0] ?? '';
		const isFlowed = /[ \t]/.test(this.#text[before.end - 1] ?? '');
		const width = before.end - before.start + 1 + word.length;
		const rest = word === '' ? 'none' : restOfLine(this.#whole(), this.#text.slice(from, end));
		if (rest === 'none') return false;
		const isFull = width > (rest === null ? NARROWEST : Math.max(SMALL, this.#widest));
		const isOther = rest === null && (this.#isLong || TIME.test(this.#text.slice(from, end)));
		this.#isDoubtful = rest !== null;
		if (rest !== 'lacked' && (isOther || (!isFlowed && !isFull))) return false;
		this.#isDoubtful = false;
		this.#isLacked ||= rest === 'lacked';
		this.#see({ start: from, end });
		this.#parts.push({ start: from, end });
		this.#next = next;
		return true;
	}

	#see({ start, end }: Part): void {
		const width = end - start;
		if (
			width > this.#widest &&
			this.#text
				.slice(start, end - 1)
				.trim()
				.includes(' ')
		)
			this.#widest = width;
	}

	/** The line with what was taken so far. */
	#whole(): string {
		return this.#parts.map(({ start, end }) => this.#text.slice(start, end).trim()).join(' ');
	}

	/** Whether the grammar of a line asks for what was taken, so that no other line of SDP has to tell. */
	get isSure(): boolean {
		return this.#isLacked;
	}

	/** Whether what was not taken is no line of others for sure: it may be the rest of the line before. */
	get isDoubtful(): boolean {
		return this.#isDoubtful;
	}

	/** Puts what was taken behind the last of the lines. */
	keep(lines: WrappedLine[]): void {
		const [last, ...more] = this.#parts;
		const line = lines.at(-1);
		if (last === undefined || line === undefined || more.length === 0) return;
		lines[lines.length - 1] = { ...line, next: this.#next, more };
		this.#isKnown = true;
	}

	/** Where nothing follows: what was taken is the rest of a line if others were broken. @returns whether it is */
	end(lines: WrappedLine[]): boolean {
		if (!(this.#isKnown || this.#isLacked) || this.#parts.length < 2) return false;
		this.keep(lines);
		return true;
	}
}

/** Whether to break a line at its blanks makes it short enough. */
function isBreakable(line: string): boolean {
	return line.trim().includes(' ') && line.split(' ').every((word) => word.length <= WIDTH);
}

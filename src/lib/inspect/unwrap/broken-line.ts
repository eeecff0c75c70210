import type { Part, WrappedLine } from './read-line';
import { lineFront } from './wrapping';

/** Mails and trackers break lines at blanks, at this width or below it, in UTF-16 code units. */
const WIDTH = 80;
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

	constructor(text: string) {
		this.#text = text;
	}

	/** Begins behind the lines that were read. */
	begin(lines: readonly WrappedLine[]): this {
		for (; this.#seen < lines.length; this.#seen += 1) {
			const { start, end } = lines[this.#seen]!;
			const isBreakable = end - start > WIDTH && /[^ ] /.test(this.#text.slice(start, end - 1));
			this.#isLong ||= isBreakable;
		}
		const last = lines.at(-1);
		this.#parts = last ? [last] : [];
		this.#front = last ? lineFront(this.#text, last.start) : '';
		return this;
	}

	/** Takes the line of text from `start` to `end` as the rest of the one before it; false where it is none. */
	takes(start: number, end: number, next: number): boolean {
		const before = this.#parts.at(-1);
		if (this.#isLong || before === undefined || end - start > 2 * WIDTH) return false;
		const isWithin = this.#text.startsWith(this.#front, start);
		if (!isWithin && this.#front.trim() !== '') return false;
		const from = start + (isWithin ? this.#front.length : 0);
		const word = /\S+/.exec(this.#text.slice(from, end))?.[0] ?? '';
		const isFlowed = /[ \t]/.test(this.#text[before.end - 1] ?? '');
		const isFull = before.end - before.start + word.length > NARROWEST;
		if (word === '' || (!isFlowed && !isFull)) return false;
		this.#parts.push({ start: from, end });
		this.#next = next;
		return true;
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
		if (!this.#isKnown || this.#parts.length < 2) return false;
		this.keep(lines);
		return true;
	}
}

/** A value as a console, a log or `JSON.stringify` prints it: JSON, and what is like it. */
export type Printed = null | boolean | number | string | Printed[] | { [name: string]: Printed };

/** What was read, and where it ends. */
export interface ReadValue {
	readonly value: Printed;
	readonly end: number;
}

/** Deeper values are passed over. */
const DEEPEST = 60;

/** What stands in front of a bracket: `Map(25) `, `RTCStatsReport {`, `Object `, `<ref *1> `. */
const NAME = /(?:<ref \*\d{1,4}> )?[A-Z]\w{0,60}(?:\(\d{1,6}\))?(?: \[\w{1,20}\])?\s?(?=[{[])/y;
/** A call, as Python prints an object: `RTCTransportStats(type='transport', …)`. */
const CALL = /[A-Za-z_][\w.]{0,80}\(/y;
/** A name without quotes, and what parts it from its value. */
const BARE_KEY = /([\w$.-]{1,80})\s*(=>|→|:(?!\/\/)|=)\s*/y;
const PARTS_KEY = /\s*(?:=>|→|:|=)\s*/y;
/** A text without quotes, as Dart and C++ print it, ends with its member. */
const BARE = /[^,{}[\]()\r\n"'`]{1,400}/y;
const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?n?$/;
const WORDS: Readonly<Record<string, Printed>> = {
	true: true,
	false: false,
	True: true,
	False: false,
	null: null,
	None: null,
	undefined: null,
	NaN: null
};
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * Reads the value that begins at a bracket: an object, a list or a `Map` of JSON, of Node, of a browser’s
 * console, of Python or of Dart. What cannot be read is passed over, and what is not closed ends with the
 * text. Linear, for every character is looked at once.
 */
export function readPrinted(text: string, at: number): ReadValue {
	const reader = new Reader(text, at);
	const value = reader.value(0);
	return { value, end: reader.at };
}

class Reader {
	at: number;
	readonly #text: string;

	constructor(text: string, at: number) {
		this.#text = text;
		this.at = at;
	}

	value(depth: number): Printed {
		this.#match(NAME);
		const first = this.#text[this.at] ?? '';
		if (first in CLOSING) return this.#inside(CLOSING[first]!, depth);
		if (first === '"' || first === "'" || first === '`') return this.#quoted(first);
		const call = this.#match(CALL);
		if (call) {
			this.at -= 1;
			return this.#inside(')', depth);
		}
		return asValue((this.#match(BARE)?.[0] ?? '').trim());
	}

	/** The members or items behind a bracket, to where it is closed. */
	#inside(closing: string, depth: number): Printed {
		const items: Printed[] = [];
		const members: { [name: string]: Printed } = {};
		let isNamed = false;
		this.at += 1;
		while (this.at < this.#text.length) {
			const start = this.at;
			const next = this.#text[start]!;
			if (next === closing) {
				this.at += 1;
				break;
			}
			if (depth >= DEEPEST || /[\s,;:}\])…>]/.test(next)) {
				this.at += 1;
				continue;
			}
			const key = this.#key();
			if (key === null) {
				items.push(this.value(depth + 1));
				if (this.at === start) this.at += 1;
			} else {
				isNamed = true;
				members[key] = this.#isOver() ? null : this.value(depth + 1);
			}
		}
		return isNamed ? members : items;
	}

	/** Whether a name has no value behind it. */
	#isOver(): boolean {
		return this.at >= this.#text.length || /[,}\])]/.test(this.#text[this.at]!);
	}

	/** A name with what parts it from its value; null where no name stands here. */
	#key(): string | null {
		const start = this.at;
		const quote = this.#text[start]!;
		if (quote === '"' || quote === "'" || quote === '`') {
			const name = this.#quoted(quote);
			if (this.#match(PARTS_KEY)) return name;
			this.at = start;
			return null;
		}
		return this.#match(BARE_KEY)?.[1] ?? null;
	}

	#quoted(quote: string): string {
		let value = '';
		for (this.at += 1; this.at < this.#text.length; this.at += 1) {
			const next = this.#text[this.at]!;
			if (next === quote) {
				this.at += 1;
				break;
			}
			if (next === '\\') {
				this.at += 1;
				const escaped = this.#text[this.at] ?? '';
				value += ESCAPES[escaped] ?? escaped;
			} else value += next;
		}
		return value;
	}

	#match(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.#text);
		if (found) this.at = pattern.lastIndex;
		return found;
	}
}

function asValue(word: string): Printed {
	if (Object.hasOwn(WORDS, word)) return WORDS[word]!;
	return NUMBER.test(word) ? Number(word.replace(/n$/, '')) : word;
}

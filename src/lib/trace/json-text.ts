/** JSON that was read, or where reading it stopped and what was expected there. */
export type JsonText =
	| { readonly ok: true; readonly value: unknown }
	| {
			readonly ok: false;
			/** In UTF-16 code units; the length of the text where it ends too early. */
			readonly offset: number;
			/** What would have been understood there, in words that follow "expected". */
			readonly expected: string;
	  };

/**
 * Reads JSON. The position of an error is found by a scan of its own: browsers word their errors
 * differently, and some give no position. Never throws; linear in the length of the text.
 * @see RFC 8259
 */
export function readJson(text: string): JsonText {
	try {
		return { ok: true, value: JSON.parse(text) as unknown };
	} catch {
		return { ok: false, ...whereJsonStops(text) };
	}
}

/** Line and column of an offset, both from 1, in words. */
export function placeWords(text: string, offset: number): string {
	let line = 1;
	let start = 0;
	for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
		line += 1;
		start = at + 1;
	}
	return `line ${line}, column ${offset - start + 1}`;
}

/** One sentence about JSON that could not be read: where it stops, and what was expected there. */
export function jsonProblem(text: string, { offset, expected }: JsonStop): string {
	const place = placeWords(text, offset);
	return offset >= text.length
		? `The text ends at ${place}, where ${expected} was expected: it looks cut off.`
		: `It stops being JSON at ${place}, where ${expected} was expected.`;
}

interface JsonStop {
	readonly offset: number;
	readonly expected: string;
}

/** The beginning of a number or a word, or the middle of a number, at which a text was cut off. */
const BEGUN = /^(?:[-\d.eE+]+|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?)$/;
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The first place at which the text is no JSON. A stack instead of recursion: depth is no matter. */
function whereJsonStops(text: string): JsonStop {
	const open: ('{' | '[')[] = [];
	let expected = 'a value';
	let at = 0;
	const afterValue = () => {
		const inside = open.at(-1);
		return inside === '{' ? '"," or "}"' : inside === '[' ? '"," or "]"' : 'the end';
	};
	for (;;) {
		while (at < text.length && ' \t\r\n'.includes(text[at]!)) at += 1;
		const char = text[at];
		if (char === undefined) return { offset: text.length, expected };
		const closes = expected.endsWith(`"${char}"`) && (char === '}' || char === ']');
		if (closes) {
			open.pop();
			at += 1;
			expected = afterValue();
		} else if (char === ',' && expected.startsWith('","')) {
			at += 1;
			expected = open.at(-1) === '{' ? 'a name in quotes' : 'a value';
		} else if (char === ':' && expected === '":"') {
			at += 1;
			expected = 'a value';
		} else if (char === '"' && expected.startsWith('a ')) {
			const end = endOfString(text, at);
			if (end.expected !== undefined) return { offset: end.offset, expected: end.expected };
			at = end.offset;
			expected = expected.startsWith('a name') ? '":"' : afterValue();
		} else if (expected.startsWith('a value') && (char === '{' || char === '[')) {
			open.push(char);
			at += 1;
			expected = char === '{' ? 'a name in quotes or "}"' : 'a value or "]"';
		} else {
			WORD.lastIndex = at;
			const word = expected.startsWith('a value') ? WORD.exec(text) : null;
			if (!word)
				return { offset: BEGUN.test(text.slice(at, at + 40)) ? text.length : at, expected };
			at += word[0].length;
			expected = afterValue();
		}
	}
}

/** Where a string literal ends, or where it stops being one. */
function endOfString(text: string, start: number): { offset: number; expected?: string } {
	for (let at = start + 1; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === 0x22) return { offset: at + 1 };
		if (code < 0x20) return { offset: at, expected: 'the end of a string' };
		if (code === 0x5c) {
			const escape = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
			escape.lastIndex = at + 1;
			const found = escape.exec(text);
			if (!found) {
				const offset = at + 1 >= text.length ? text.length : at;
				return { offset, expected: 'an escape that JSON knows' };
			}
			at += found[0].length;
		}
	}
	return { offset: text.length, expected: 'the end of a string' };
}

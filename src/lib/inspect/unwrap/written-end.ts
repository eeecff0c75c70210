/**
 * Line ends that are written out, one expression a family: JSON and other literals, however often
 * escaped (RFC 8259, 7); rsyslog; XML (4.1); `cat -A` and editors; the console of Chrome; tags and
 * names; the dots of ngrep, which stand for what cannot be printed.
 */
const FAMILIES = [
	String.raw`\\+(?:r|n|015|012|x0[dDaA]|u000[dDaA])`,
	String.raw`#01[25]`,
	String.raw`&#(?:1[03]|[xX]0*[dDaA]);`,
	String.raw`\^[MJ]`,
	'[↵⏎␍␊␤]',
	String.raw`(?:[<[](?:CR|LF|br ?/?)[>\]]|&lt;br ?/?&gt;)`,
	String.raw`\.\.(?=[a-z]=|[ \t]*(?:[\r\n]|$)|\d{1,2}:[a-z])`
] as const;

/** How the line ends of a description are written out. */
export interface WrittenEnd {
	/** One line end or more (1), a quote or a tag that may close the text (2), or a real line end. */
	readonly stop: RegExp;
	/** A text that is nothing but line ends. */
	readonly whole: RegExp;
	/** Whether it is written as XML writes characters. */
	readonly isReference: boolean;
	/** Backslashes in front of the letter; 0 where the family has none. */
	readonly depth: number;
	/** The line end that is meant, in full (RFC 8866, 5). */
	readonly means: '\r\n' | '\n';
	/** Where it ends. */
	readonly end: number;
}

// A run begins at its first backslash, or each of many would be tried as its beginning.
const RUNS = FAMILIES.map((family) => `(?<!\\\\)(?:${family})(?:[ \\t]*(?:${family}))*`);
const AT = RUNS.map((run) => new RegExp(run, 'y'));
const KINDS = RUNS.map((run) => ({
	stop: new RegExp(`(${run})|((?<!\\\\)\\\\*["'\`]|&quot;|</)|\\r\\n|\\n|\\r`, 'g'),
	whole: new RegExp(`^(?:${run})$`),
	isReference: run.includes('&#')
}));

const EACH = RUNS.map((run) => new RegExp(run, 'g'));

/**
 * A text with its line ends real that are written out; null where none are, or only one. Of several
 * families the one that was put around last: each is undone by itself.
 */
export function withRealEnds(text: string): string | null {
	const family = EACH.findIndex((expression) => {
		expression.lastIndex = 0;
		return expression.test(text) && expression.test(text);
	});
	if (family === -1) return null;
	const depth = firstWrittenEnd(text, 0)?.depth ?? 0;
	const plain = text.replace(EACH[family]!, '\n');
	return family === 0 ? unescaped(plain, depth) : plain;
}

/** The first line end that is written out in a line, from an offset on; null where none is. */
export function firstWrittenEnd(line: string, from: number): WrittenEnd | null {
	const places = EACH.map((expression) => {
		expression.lastIndex = from;
		return expression.exec(line)?.index ?? Infinity;
	});
	const first = Math.min(...places);
	return first === Infinity ? null : writtenEndAt(line, first);
}

/** The line end that is written out at an offset; null where there is none. */
export function writtenEndAt(text: string, at: number): WrittenEnd | null {
	for (const [index, expression] of AT.entries()) {
		expression.lastIndex = at;
		const found = expression.exec(text)?.[0];
		if (found === undefined) continue;
		const depth = index === 0 ? /^\\*/.exec(found)![0].length : 0;
		const isFeedAlone = /^(?:\\+(?:n|012|x0a|u000a)|#012|&#(?:10|x0*a);|\^J)+$/i.test(found);
		const end = at + found.length;
		return { ...KINDS[index]!, depth, means: isFeedAlone ? '\n' : '\r\n', end };
	}
	return null;
}

const LETTERS: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t' };
const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	equals: '=',
	colon: ':',
	semi: ';',
	comma: ',',
	period: '.',
	sol: '/',
	plus: '+',
	num: '#',
	ast: '*',
	lpar: '(',
	rpar: ')',
	lowbar: '_',
	commat: '@'
};

/**
 * Undoes the escapes of a literal, as often as it was escaped: each time doubles the backslashes in
 * front of a letter.
 */
export function unescaped(text: string, depth: number): string {
	let plain = text;
	for (let left = depth; left >= 1 && plain.includes('\\'); left /= 2) {
		plain = plain.replace(
			/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([^]))/g,
			(_, unit: string | undefined, byte: string | undefined, char: string) => {
				const code = unit ?? byte;
				return code === undefined
					? (LETTERS[char] ?? char)
					: String.fromCharCode(parseInt(code, 16));
			}
		);
	}
	return plain;
}

/** Undoes the references to characters of XML and HTML (XML 1.0, 4.1 and 4.6; HTML, 13.5), as far as SDP has them. */
export function dereferenced(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(
		/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/g,
		(whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
			if (name !== undefined) return ENTITIES[name] ?? whole;
			const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
			return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		}
	);
}

/**
 * What no description means as it stands: a number of a character in an attribute, or a name of one in lines
 * that have no ampersand (RFC 8839, 5.1 and 5.4; RFC 8122, 5).
 */
const REFERENCE =
	/^a=(?:[^\r\n&]*&#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});|(?:ice-ufrag|ice-pwd|candidate|fingerprint):[^\r\n&]*&[a-z]{2,6};)/m;

/** Whether a description is written as HTML writes characters. */
export function hasReferences(sdp: string): boolean {
	return sdp.includes('&') && REFERENCE.test(sdp);
}

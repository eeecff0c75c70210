import type { Enclosed } from './enclosed-text';
import { realEndFrom } from './read-line';

/** A description whose lines stand in one, with blanks between, as pages show what they do not format. */
const BEGINNING = /(?<!\w)v=0([ \t]{1,4}|[ \t]?[,;|/][ \t]?)(?=o=\S+ \d+ \d+ IN IP[46] \S)/g;
/** Where a further line begins: what is in no line but at its beginning (RFC 8866, 5). */
const FURTHER =
	/(?:[ \t]{1,4}|[ \t]?[,;|/][ \t]?)(?=(?:o=\S+ \d+ \d+ IN |s=|t=\d+ \d+|c=IN IP[46] |b=[A-Z]{2,4}:\d|m=(?:audio|video|application|message|image|text) \d|a=[a-z][a-z-]+(?:[:\s,;|/]|$)))/g;

const TRAILING = /[ \t,;|/]+$/;
/** What closes it, where it was opened right in front of it. */
const BRACKETS: Readonly<Record<string, RegExp>> = {
	'[': /\](?!.*\]).*$/,
	'(': /\)(?!.*\)).*$/,
	'{': /\}(?!.*\}).*$/
};

/** Whether a text is the lines of a description in one. */
export function isCollapsed(text: string): boolean {
	BEGINNING.lastIndex = 0;
	return BEGINNING.exec(text)?.index === 0;
}

/** Descriptions whose line ends became blanks or other marks when they were copied. Linear. */
export function findCollapsed(text: string): Enclosed[] {
	const found: Enclosed[] = [];
	let line = { end: -1, next: 0 };
	BEGINNING.lastIndex = 0;
	for (let match = BEGINNING.exec(text); match; match = BEGINNING.exec(text)) {
		const start = match.index;
		if (line.next <= start) line = realEndFrom(text, start);
		// Another one in the same line begins behind this one.
		const more = text.indexOf('v=0', start + 3);
		const end = more !== -1 && more < line.end ? more : line.end;
		const lines = text
			.slice(start, end)
			.replace(BRACKETS[text[start - 1] ?? ''] ?? TRAILING, '')
			.replace(TRAILING, '')
			.replace(FURTHER, '\r\n');
		found.push({ start, end, text: `${lines}\r\n` });
		BEGINNING.lastIndex = end;
	}
	return found;
}

import type { Enclosed } from './enclosed-text';
import { realEndFrom } from './read-line';
import { dereferenced, withRealEnds } from './written-end';

/** A tag of HTML, or what stands between two words that could be one. */
const TAG = String.raw`<\/?[a-zA-Z][^<>]{0,2000}>`;
/** The first line of a description, of which a tag closes each part; its equals sign may be a reference. */
const BEGINNING = new RegExp(
	String.raw`(?<!\w)v(?:${TAG})*(?:=|&#0*61;|&#[xX]0*3[dD];|&equals;)(?:${TAG})*0[^\w<>]{0,24}(?=<[/a-zA-Z])`,
	'g'
);
/** The first line of one that stands in a line of text of its own: it is read as it is. */
const PLAIN = /(?<!\w)v=0[ \t]*(?=[\r\n](?!\s*<[/a-zA-Z]))/g;

/** What a browser shows nothing of (HTML, 15.3.1). */
const HIDDEN = /<!--[^]*?-->|<(script|style|title)\b[^]*?<\/\1\s*>/gi;
/** What is shown within a line (HTML, 3.2.5.2.5); all else begins a line of its own, and ends one. */
const INLINE =
	/^(?:a|abbr|b|bdi|bdo|big|button|cite|code|data|del|dfn|em|font|i|img|input|ins|kbd|label|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|svg|time|tt|u|var|wbr|\w+:[\w-]+)$/i;
const CELL = /^t[dh]$/i;
const EACH_TAG = /<\/?([a-zA-Z][\w:-]*)[^<>]{0,2000}>/g;

/** Stands for tags that are shown as nothing. */
const SEAM = '\ue000';
/** Fewer elements of a kind are no lines. */
const FEWEST = 3;

/**
 * Descriptions of which each line stands in an element of its own, as pages and mails have them: block by
 * block, row by row of a table, or by spans that a style sheet makes lines of. Linear.
 */
export function findMarkup(text: string): Enclosed[] {
	const first = text.search(BEGINNING);
	if (first === -1) return [];
	const found: Enclosed[] = [];
	for (const { start, end } of regionsOf(text, first)) {
		found.push({ start, end, text: textOf(text.slice(start, end)) });
	}
	return found;
}

/** The parts of a text that are markup: from the line in which one begins up to a plain description. */
function* regionsOf(text: string, first: number): Iterable<{ start: number; end: number }> {
	let [from, next] = [0, first];
	while (next !== -1) {
		PLAIN.lastIndex = next;
		const plain = PLAIN.exec(text)?.index ?? text.length;
		const start = frontOf(text, from, next);
		const last = plain === text.length ? plain : lineStart(text, plain);
		// What stands behind the last tag is no part of the page.
		const end = Math.max(text.lastIndexOf('>', last) + 1, next + 1);
		yield { start, end };
		from = end;
		BEGINNING.lastIndex = end;
		next = BEGINNING.exec(text)?.index ?? -1;
	}
}

/** So far in front of a description what tells of what type it is. */
const LONGEST_FRONT = 4000;

/** Where the lines with tags begin that lead to an offset: what they say belongs to the description. */
function frontOf(text: string, from: number, at: number): number {
	const least = Math.max(from, at - LONGEST_FRONT);
	let start = Math.max(least, lineStart(text, at));
	for (let line = start; line > least;) {
		const before = Math.max(least, lineStart(text, line - 1));
		const content = text.slice(before, line);
		const hasTag = /<\/?[a-zA-Z]/.test(content);
		if (!hasTag && content.trim() !== '') break;
		if (hasTag) start = before;
		line = before;
	}
	return start;
}

function lineStart(text: string, at: number): number {
	return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** What a browser shows of markup, a line of SDP in each line. */
function textOf(markup: string): string {
	const plain = withLineEnds(markup)
		.replace(HIDDEN, '')
		.replace(/(<\/t[dh]>)\s+(?=<t[dh]\b)/gi, '$1');
	const line = lineElement(plain);
	const shown = plain.replace(EACH_TAG, (tag, name: string) => {
		if (CELL.test(name)) return '\t';
		return INLINE.test(name) && kindOf(tag) !== line ? SEAM : '\n';
	});
	const lines = shown.split(/[\s\ue000]*[\r\n][\s\ue000]*/).filter((one) => one !== '');
	const at = lines.findIndex((one) => /(?<!\w)v\ue000*(?:=|&)/.test(one));
	const isNumbered = line !== null && NUMBER.test(lines[at - 1] ?? '');
	const bare = isNumbered ? lines.map((one) => one.replace(NUMBER, '')) : lines;
	return `${bare.map((one) => dereferenced(one.replaceAll(SEAM, ''))).join('\n')}\n`;
}

/** The number of the next line, in an element of its own. */
const NUMBER = /(?:^|\ue000+)\s*\d{1,6}\s*$/;

/** An element as it is opened, with its class: what a style sheet makes lines of has one; null for other tags. */
function kindOf(tag: string): string | null {
	const name = /^<([a-zA-Z][\w:-]*)/.exec(tag)?.[1];
	if (name === undefined) return null;
	return `${name} ${/\sclass\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/.exec(tag)?.[1] ?? ''}`;
}

/** The outermost element around the first line that others of its kind follow; null where none do. */
function lineElement(markup: string): string | null {
	const at = markup.search(BEGINNING);
	const front = markup.slice(Math.max(0, at - LONGEST_FRONT), at);
	const opened = /(?:<[a-zA-Z][^<>]{0,2000}>\s*)*[^<>]*$/.exec(front)![0].match(EACH_TAG) ?? [];
	const counts = new Map(opened.map((tag) => [kindOf(tag), 0]));
	for (const [tag] of markup.slice(at).matchAll(EACH_TAG)) {
		const kind = kindOf(tag);
		if (counts.has(kind)) counts.set(kind, counts.get(kind)! + 1);
	}
	return [...counts].find(([, count]) => count >= FEWEST)?.[0] ?? null;
}

/** Markup with line ends real that are written out in it, as where a log holds it. */
function withLineEnds(markup: string): string {
	const lines: string[] = [];
	for (let at = 0; at < markup.length;) {
		const { end, next } = realEndFrom(markup, at);
		const line = markup.slice(at, end);
		lines.push(withRealEnds(line) ?? line);
		at = next;
	}
	return lines.join('\n');
}

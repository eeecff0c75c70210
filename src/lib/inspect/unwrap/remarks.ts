import { isSdpLine } from './sdp-line';

/** What stands for lines that somebody left out: dots, or a word for it. */
const LEFT_OUT = new RegExp(
	[
		// … or [...] or ...
		String.raw`^[\s>|*#/-]*[([<{]?\s*(?:\.{2,}|…)[\s.…]*[)\]>}]?\s*$`,
		// [snip], -- cut --, <12 more lines>, ... (truncated)
		String.raw`^[\s>|*#/.…-]*[([<{/.…-]\s*(?:\d{1,6} )?(?:snip(?:ped)?|cut|truncated|omitted|removed|skipped|shortened|more|lines|other)\b.{0,60}$`
	].join('|'),
	'i'
);
/** A line of a person between those of a description, as programs and readers write them. */
const REMARK_LINE = /^\s*(?:\/\/|\/\*|#(?![#\d])|;|<!--|<[-=]|\^|←|↑)/;
/** What a person writes behind a line: an arrow, or a comment. */
const REMARK_BEHIND = /[ \t]+(?:<[-=<]+|←|⟵|\/\/[ \t]|\/\*|#[ \t])[^\r\n]*$/;
/** A comment behind what a line of a program has in quotes, as programs of any kind begin it. */
export const COMMENT_BEHIND = String.raw`(?:(?://|/\*|#|--|<!--)[^\r\n]{0,300})`;
/** What a person puts around a line so that it is seen. */
const MARKS = /^[ \t]*(\*{1,3}|_{2}|~~|`|-+>|=+>|→|>{2,3})[ \t]*(?=[a-z]=)/;
const MARKS_BEHIND = /[ \t]*(?:\*{1,3}|_{2}|~~|`)[ \t]*$/;

/**
 * What Chromium’s own page has behind the line that a part of a description begins with: how many lines
 * the part has besides, which may be folded away; `v=0 (6 more lines)`, `m=audio … (30 more lines) mid=1`.
 */
export const MORE_LINES = String.raw`\((\d{1,5}) more lines?\)`;
const COUNTED = new RegExp(String.raw` ${MORE_LINES}(?: \w{1,20}=\S{1,60}){0,4}\s{0,8}$`);
/** It stands within so much of the end, in UTF-16 code units. */
const LONGEST_COUNT = 400;

/** Lines in which anything may stand (RFC 8866, 5.3 to 5.6). */
const FREE_TEXT = /^[siuep]=/;

/** Longer lines are no such, in UTF-16 code units. */
const LONGEST = 160;

/** What a line between those of a description is; null where it is none of a person. */
export function remarkOf(line: string): 'left out' | 'remark' | null {
	if (line.length > LONGEST) return null;
	if (LEFT_OUT.test(line)) return 'left out';
	return REMARK_LINE.test(line) ? 'remark' : null;
}

/** Where the content of a line begins that somebody marked; -1 where none does. */
export function markedContentAt(line: string): number {
	const at = MARKS.exec(line)?.[0].length ?? -1;
	return at >= 0 && isSdpLine(line.replace(MARKS_BEHIND, ''), at) ? at : -1;
}

/** The content of a marked line, without the marks behind it. */
export function withoutMarks(content: string): string {
	return content.replace(MARKS_BEHIND, '');
}

/** The content of a line without what a person wrote behind it. */
export function withoutRemark(content: string): string {
	if (FREE_TEXT.test(content) || !/[<←⟵/#]/.test(content)) return content;
	return content.replace(REMARK_BEHIND, '');
}

/** What Markdown shows bold within a line, as people do with what they changed. */
const EMPHASIS = /(?<![\w*])\*\*([\w[](?:[^\s*]{0,78}[\w\]])?)\*\*(?![\w*])/g;

/** A line without what makes parts of it bold. */
export function withoutEmphasis(line: string): string {
	return line.includes('**') ? line.replace(EMPHASIS, '$1') : line;
}

/** How many lines follow a line, where it says so, and the line without that. */
export function counted(content: string): { plain: string; follow: number } | null {
	if (!/^[vm]=/.test(content)) return null;
	const [tail, follow] = COUNTED.exec(content.slice(-LONGEST_COUNT)) ?? [];
	return tail === undefined
		? null
		: { plain: content.slice(0, content.length - tail.length), follow: Number(follow) };
}

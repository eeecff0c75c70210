/** What a slide says on a wall. Backticks mark code, asterisks emphasis; nothing else is marked up. */
export interface WallText {
	/** Under the title: before the step, or all the time. */
	line: string;
	/** The same once the step was performed. */
	after: string;
	/** A list to stand in place of a drawing; most slides have none. */
	points: readonly string[];
}

/** As the front matter of a slide gives it. */
interface WallMatter {
	line?: string | undefined;
	after?: string | undefined;
	points?: string[] | undefined;
}

const AFTER = /<After>([\s\S]*?)<\/After>/;

/**
 * What a slide says on a wall: the words of its front matter; where it has none, the first sentence of
 * its text, and of what is said after the step.
 *
 * @param markdown the slide without its front matter
 */
export function wallText(markdown: string, matter: WallMatter = {}): WallText {
	const [text, after = ''] = markdown.split(AFTER);
	const line = matter.line ?? firstSentence(text!);
	return {
		line,
		after: matter.after ?? (firstSentence(after) || line),
		points: matter.points ?? []
	};
}

/** The first sentence of the first paragraph or list item, without links; empty where there is none. */
function firstSentence(markdown: string): string {
	const prose = markdown.replace(/<script[\s\S]*?<\/script>/g, '');
	const block = prose
		.split(/\n\s*\n/)
		.map((part) => part.trim())
		.find((part) => part !== '' && !/^[<#]/.test(part));
	if (block === undefined) return '';
	const [item] = block.replace(/^[-*\d.]+ /, '').split(/\n[-*\d.]+ /);
	const plain = item!
		.replace(/\s*\(\[[^\]]*\]\([^)]*\)[^)]*\)/g, '')
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/\*\*/g, '*')
		.replace(/\s+/g, ' ');
	return /^.*?[.!?:](?=\s|$)/.exec(plain)?.[0].replace(/:$/, '.') ?? plain;
}

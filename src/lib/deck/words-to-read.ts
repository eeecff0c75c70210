/** How many words a slide has to be read: before its step, and what is shown once it was performed. */
export interface WordsToRead {
	before: number;
	after: number;
}

const AFTER = /<After>([\s\S]*?)<\/After>/;

/**
 * Counts the words of a slide: those that are seen, not what marks them up nor where links lead.
 *
 * @param markdown the slide without its front matter
 */
export function wordsToRead(markdown: string): WordsToRead {
	const [before = '', after = '', ...rest] = markdown
		.replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, '')
		.split(AFTER);
	return { before: count([before, ...rest].join('\n')), after: count(after) };
}

function count(markdown: string): number {
	const seen = markdown.replace(/\]\([^)]*\)/g, ' ').replace(/<[^>]*>/g, ' ');
	return seen.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

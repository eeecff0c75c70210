/** What a word of the vocabulary means. */
export interface Definition {
	word: string;
	/** HTML, as it stands on the slide that explains the words. */
	html: string;
}

/** The definitions of a vocabulary, by the ids that its words are linked with. */
export type Vocabulary = Readonly<Record<string, Definition>>;

const ENTRY = /<dt id="([^"]+)">([^<]+)<\/dt>\s*<dd>([\s\S]*?)<\/dd>/g;

/** The definitions on a slide: each a `dt` with an id, and its `dd`. */
export function definitionsIn(markdown: string): Vocabulary {
	return Object.fromEntries(
		[...markdown.matchAll(ENTRY)].map(([, id, word, html]) => [
			id!,
			{ word: word!, html: html!.trim() }
		])
	);
}

import type { Component } from 'svelte';
import type { StepCode } from './code';
import type { SlidesData } from './slide-data';
import type { Deck, ListedDeck } from './content';
import { loadDeck } from './decks';
import type { Ask } from './ask';
import { asksOf, textOf } from './lesson-loads';

/** All that is shown of a talk's slides, by their slugs. */
export interface WholeLesson {
	deck: Deck;
	texts: Record<string, Component>;
	/** What the slides ask; nothing in a talk without questions. */
	asks: Record<string, readonly Ask[]>;
	/** The code of each slide that has a step, of the whole lesson. */
	codes: Record<string, StepCode[]>;
}

/**
 * Loads a deck, the texts of its slides and the code beside them, all at once: where it is shown, no slide may wait
 * for the network.
 *
 * @param base the base path of the site
 * @throws what `fetch` and `import` throw, and an `Error` for an answer that is none
 */
export async function wholeLesson(
	{ name, lesson }: Pick<ListedDeck, 'name' | 'lesson'>,
	base: string,
	fetch: typeof globalThis.fetch
): Promise<WholeLesson> {
	const codes = fetch(`${base}/slides/${lesson}.json`).then(async (response) => {
		if (!response.ok) throw new Error(`The server said ${response.status}.`);
		return ((await response.json()) as SlidesData).codes;
	});
	// Where it fails before it is awaited, somebody has to take it.
	codes.catch(() => undefined);
	const deck = await loadDeck(name);
	const texts = deck.slides.map(async ({ slug }) => [slug, await textOf(slug)] as const);
	const asking = deck.slides.filter(({ asks }) => asks > 0);
	const asks = asking.map(async ({ slug }) => [slug, await asksOf(slug)] as const);
	return {
		deck,
		texts: Object.fromEntries(await Promise.all(texts)),
		asks: Object.fromEntries(await Promise.all(asks)),
		codes: await codes
	};
}

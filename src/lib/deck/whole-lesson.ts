import type { Component } from 'svelte';
import type { StepCode } from './code';
import type { SlidesData } from './slide-data';
import type { Deck, ListedDeck } from './content';
import { loadDeck } from './decks';
import type { Ask } from './ask';
import { slideTextLoaderOf } from './lesson-loads';

/** All that is shown of a talk's slides, by their slugs. */
export interface WholeLesson {
	deck: Deck;
	texts: Record<string, Component>;
	/** What the slides ask; nothing in a talk without questions. */
	asks: Record<string, readonly Ask[]>;
	/** The code of each slide that has a step, of the whole lesson. */
	codes: Record<string, StepCode[]>;
}

/** Loads something: how often it is tried is known to whoever gives this. */
export type Loading = <T>(load: () => Promise<T>) => Promise<T>;

/**
 * Loads a deck, the texts of its slides and the code beside them, all at once: where it is shown, no slide may wait
 * for the network.
 *
 * @param base the base path of the site
 * @param loading loads each of its parts: there are dozens, and a line that drops one is to take none of the others along
 * @throws what `fetch` and `import` throw, and an `Error` for an answer that is none
 */
export async function wholeLesson(
	{ name, lesson }: Pick<ListedDeck, 'name' | 'lesson'>,
	base: string,
	fetch: typeof globalThis.fetch,
	loading: Loading
): Promise<WholeLesson> {
	const codes = loading(async () => {
		const response = await fetch(`${base}/slides/${lesson}.json`);
		if (!response.ok) throw new Error(`The server said ${response.status}.`);
		return ((await response.json()) as SlidesData).codes;
	});
	// Where it fails before it is awaited, somebody has to take it.
	codes.catch(() => undefined);
	const deck = await loading(() => loadDeck(name));
	const slides = await Promise.all(
		deck.slides.map(async ({ slug, asks }) => {
			const said = await loading(slideTextLoaderOf(slug));
			return { slug, Text: said.Text, asks: asks > 0 ? said.asks : [] };
		})
	);
	return {
		deck,
		texts: Object.fromEntries(slides.map(({ slug, Text }) => [slug, Text])),
		asks: Object.fromEntries(
			slides.filter(({ asks }) => asks.length > 0).map(({ slug, asks }) => [slug, asks])
		),
		codes: await codes
	};
}

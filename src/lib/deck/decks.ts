import { decks, loads } from 'virtual:decks';
import { lessonOf } from '../lessons/names';
import { chunk } from './chunk';
import type { Deck, ListedDeck } from './content';

export type { Deck, ListedDeck } from './content';

/** All decks of the site, with little of each; the default one first. */
export { decks };

/**
 * The deck that an address asks for: `deckOf(url.searchParams.get('deck'))`.
 * @param name null for the default deck
 * @returns undefined where there is no deck of that name
 */
export function deckOf(name: string | null): ListedDeck | undefined {
	return name === null ? decks[0] : decks.find((deck) => deck.name === name);
}

/**
 * The deck that an address asks for: by its search, `?deck=ten-minutes`; else the default one of the
 * lesson that its path has a slide of, or names.
 *
 * @param slug what the path names (`slugIn`)
 */
export function deckAsked(search: string, slug = ''): ListedDeck {
	const named = new URLSearchParams(search).get('deck');
	const ofLesson = (wanted: string) => decks.find(({ lesson }) => lesson === wanted);
	return (
		decks.find(({ name }) => name === named) ??
		ofLesson(slug) ??
		ofLesson(lessonOf(slug)) ??
		decks[0]!
	);
}

/** The search of an address that asks for this deck: nothing for the default one. */
export function searchOfDeck({ name }: Pick<ListedDeck, 'name'>): string {
	return name === decks[0]!.name ? '' : `?deck=${name}`;
}

/** Asked for until it is there, by the names of the decks. */
const loaders = new Map(
	Object.entries(loads).map(([name, load]) => [name, chunk(load, 'deck')] as const)
);

/** All of a deck. @throws a `RangeError` for one that there is not, and what `import` throws */
export async function loadDeck(name: string): Promise<Deck> {
	const load = loaders.get(name);
	if (!load) throw new RangeError(`There is no deck "${name}".`);
	return (await load()).deck;
}

import { decks } from 'virtual:decks';
import type { Deck } from './content';

export type { Deck } from './content';

/** All decks of the site; the default one first. */
export { decks };

/**
 * The deck that an address asks for: `deckOf(url.searchParams.get('deck'))`.
 * @param name null for the default deck
 * @returns undefined where there is no deck of that name
 */
export function deckOf(name: string | null): Deck | undefined {
	return name === null ? decks[0] : decks.find((deck) => deck.name === name);
}

/** The deck that the search of an address asks for: `?deck=ten-minutes`; else the default one. */
export function deckAsked(search: string): Deck {
	return deckOf(new URLSearchParams(search).get('deck')) ?? decks[0]!;
}

/** The search of an address that asks for this deck: nothing for the default one. */
export function searchOfDeck(deck: Deck): string {
	return deck === decks[0] ? '' : `?deck=${deck.name}`;
}

export const ssr = false;

import { base } from '$app/paths';
import { deckAsked } from '$lib/deck/decks';
import { wholeLesson } from '$lib/deck/whole-lesson';
import { forPage } from '$lib/state/patiently';

/** The window shows what the stage shows: it is given the same. */
export async function load({ fetch, url, untrack }) {
	const deck = untrack(() => deckAsked(url.search));
	return wholeLesson(deck, base, fetch, forPage);
}

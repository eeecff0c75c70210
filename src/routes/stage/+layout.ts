export const ssr = false;

import { base } from '$app/paths';
import { deckAsked } from '$lib/deck/decks';
import { slugIn } from '$lib/deck/slide-path';
import { wholeLesson } from '$lib/deck/whole-lesson';
import { forPage } from '$lib/state/patiently';

/** The whole deck at once: on a stage no slide may wait for the network. */
export async function load({ fetch, url, untrack }) {
	const deck = untrack(() => {
		return deckAsked(url.search, slugIn('stage', url.pathname.slice(base.length)) ?? '');
	});
	return wholeLesson(deck, base, fetch, forPage);
}

import { acts, slides } from '$lib/deck';
import { decks } from '$lib/deck/decks';

export function load() {
	const { speaker, contact } = decks[0]!;
	return { acts, slides, talk: { speaker, contact } };
}

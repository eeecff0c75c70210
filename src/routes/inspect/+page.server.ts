import { slides } from '$lib/deck';
import { titlesOf } from '$lib/deck/titles';

export function load() {
	return { titles: titlesOf(slides) };
}

import { slides, titlesOf } from '$lib/deck';

export function load() {
	return { titles: titlesOf(slides) };
}

import { lessons } from '$lib/deck';
import { titlesOf } from '$lib/deck/titles';

export function load() {
	const titles = lessons.map(({ course, slides }) => titlesOf(course, slides));
	return { titles: Object.assign({}, ...titles) as Record<string, string> };
}

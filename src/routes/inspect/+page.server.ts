import { lessons } from '$lib/deck';
import { titlesOf } from '$lib/deck/titles';

export function load() {
	return { titles: titlesOf(...lessons.map(({ course }) => course)) };
}

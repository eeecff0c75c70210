import { json } from '@sveltejs/kit';
import { lessons } from '$lib/deck';
import { titlesOf } from '$lib/deck/titles';

export const prerender = true;

/** The titles of the slides that explain a step, of all lessons, by the step's id. */
export function GET() {
	const titles = lessons.map(({ course, slides }) => titlesOf(course, slides));
	return json(Object.assign({}, ...titles) as Record<string, string>);
}

import { loadLesson, textLoaderOf } from '$lib/deck/lesson-loads';
import { patiently } from '$lib/state/patiently';
import * as parts from '$lib/ui/drawings/parts';

/** As a page’s own module is: a line that drops one request takes no slide away. */
const ATTEMPTS = { first: 300, longest: 1000, most: 3 };

export async function load({ data: { lesson, opened } }) {
	const [walked, Text] = await Promise.all([
		patiently(() => loadLesson(lesson), ATTEMPTS),
		patiently(textLoaderOf(opened.slug), ATTEMPTS)
	]);
	return { lesson: walked, opened, parts, Text };
}

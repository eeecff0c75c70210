import { loadLesson, textLoaderOf } from '$lib/deck/lesson-loads';
import { forPage } from '$lib/state/patiently';
import * as parts from '$lib/ui/drawings/parts';

export async function load({ data: { lesson, opened } }) {
	const [walked, Text] = await Promise.all([
		forPage(() => loadLesson(lesson)),
		forPage(textLoaderOf(opened.slug))
	]);
	return { lesson: walked, opened, parts, Text };
}

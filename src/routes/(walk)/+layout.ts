import { loadLesson, textOf } from '$lib/deck/lesson-loads';
import * as parts from '$lib/ui/drawings/parts';

export async function load({ data: { lesson, opened } }) {
	const [walked, Text] = await Promise.all([loadLesson(lesson), textOf(opened.slug)]);
	return { lesson: walked, opened, parts, Text };
}

import { loadLesson } from '$lib/deck/lesson-loads';

export async function load({ data }) {
	return { ...data, lesson: await loadLesson(data.level.lesson) };
}

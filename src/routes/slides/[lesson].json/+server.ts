import { error, json } from '@sveltejs/kit';
import { lessons } from '$lib/deck';
import { slidesData } from '$lib/deck/slide-data';

export const prerender = true;

export function entries() {
	return lessons.map(({ slug }) => ({ lesson: slug }));
}

/** What is shown beside the texts of a lesson, of all its slides at once, so that none has to be asked for when it is opened. */
export async function GET({ params: { lesson } }) {
	if (!lessons.some(({ slug }) => slug === lesson)) error(404, `There is no lesson "${lesson}".`);
	return json(await slidesData(lesson));
}

import { json } from '@sveltejs/kit';
import { slidesData } from '$lib/deck/slide-data';

export const prerender = true;

/** What is shown beside the texts, of all slides at once, so that none has to be asked for when it is opened. */
export async function GET() {
	return json(await slidesData());
}

export const ssr = false;

import { textOf } from '$lib/deck';

export async function load({ data }) {
	const texts = await Promise.all(
		data.slides.map(async (slide) => [slide.slug, await textOf(slide)] as const)
	);
	return { ...data, texts: Object.fromEntries(texts) };
}

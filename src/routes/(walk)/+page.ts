import { slideOf, textOf } from '$lib/deck';

export async function load({ data }) {
	return { ...data, Text: await textOf(slideOf(data.slug)!) };
}

import { slideOf, textOf } from '$lib/deck';
import * as parts from '$lib/ui/drawings/parts';

export async function load({ data }) {
	return { ...data, parts, Text: await textOf(slideOf(data.opened.slug)!) };
}

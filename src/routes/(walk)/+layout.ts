import { textOf } from '$lib/deck/texts';
import * as parts from '$lib/ui/drawings/parts';

export async function load({ data }) {
	return { ...data, parts, Text: await textOf(data.opened.slug) };
}

import { lists } from 'virtual:texts';
import type { Component } from 'svelte';
import { lessonOf } from '../lessons/names';
import { chunk } from './chunk';

type Texts = Record<string, () => Promise<{ default: Component }>>;

/** Where the texts of a lesson are, by the slugs of their slides; asked for until it is there. */
const loaders = new Map(
	Object.entries(lists).map(([lesson, load]) => [lesson, chunk(load, 'texts')] as const)
);

/** Loads the text of a slide as a component. @throws a `RangeError` for a slide that there is not */
export function textOf(slug: string): Promise<Component> {
	return textLoaderOf(slug)();
}

/** The same, for a text that is asked for until it is there. */
export function textLoaderOf(slug: string): () => Promise<Component> {
	let load: (() => Promise<{ default: Component }>) | null = null;
	return async () => {
		load ??= chunk(importOf(await textsOf(lessonOf(slug)), slug));
		return (await load()).default;
	};
}

async function textsOf(lesson: string): Promise<Texts> {
	const load = loaders.get(lesson);
	if (!load) throw new RangeError(`There is no lesson "${lesson}".`);
	return (await load()).texts;
}

function importOf(texts: Texts, slug: string) {
	const load = texts[slug];
	if (!load) throw new RangeError(`There is no slide "${slug}".`);
	return load;
}

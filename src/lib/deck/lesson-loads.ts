import { loads } from 'virtual:lessons';
import type { Component } from 'svelte';
import { lessonOf } from '../lessons/names';
import type { Ask } from './ask';
import { chunk } from './chunk';
import type { WalkedLesson } from './content';

/** The text of a slide, and what stands above it. */
interface TextModule {
	default: Component;
	metadata?: { ask?: readonly Ask[] };
}

/** What is fetched of a lesson as a whole: all but the texts of its slides, which come one by one. */
interface LessonModule {
	lesson: WalkedLesson;
	texts: Record<string, () => Promise<TextModule>>;
}

/** Asked for until it is there, by the slugs of the lessons. */
const loaders = new Map(
	Object.entries(loads).map(([slug, load]) => [slug, chunk<LessonModule>(load, 'texts')] as const)
);

/** Loads what there is to be known of a lesson. @throws a `RangeError` for one that there is not */
export async function loadLesson(slug: string): Promise<WalkedLesson> {
	return (await moduleOf(slug)).lesson;
}

/** Loads the text of a slide as a component. @throws a `RangeError` for a slide that there is not */
export function textOf(slug: string): Promise<Component> {
	return textLoaderOf(slug)();
}

/** What a slide asks: it comes with its text. */
export async function asksOf(slug: string): Promise<readonly Ask[]> {
	const { metadata } = await chunk(importOf((await moduleOf(lessonOf(slug))).texts, slug))();
	return metadata?.ask ?? [];
}

/** The same, for a text that is asked for until it is there. */
export function textLoaderOf(slug: string): () => Promise<Component> {
	let load: (() => Promise<TextModule>) | null = null;
	return async () => {
		load ??= chunk(importOf((await moduleOf(lessonOf(slug))).texts, slug));
		return (await load()).default;
	};
}

async function moduleOf(slug: string): Promise<LessonModule> {
	const load = loaders.get(slug);
	if (!load) throw new RangeError(`There is no lesson "${slug}".`);
	return load();
}

function importOf(texts: LessonModule['texts'], slug: string) {
	const load = texts[slug];
	if (!load) throw new RangeError(`There is no slide "${slug}".`);
	return load;
}

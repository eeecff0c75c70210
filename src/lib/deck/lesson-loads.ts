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

/** What a slide says, and what it asks. */
export interface SlideText {
	Text: Component;
	asks: readonly Ask[];
}

/**
 * What loads the text of a slide as a component, and what that asks, as often as it takes: each call is one attempt, and
 * throws a `RangeError` for a slide that there is not.
 */
export function slideTextLoaderOf(slug: string): () => Promise<SlideText> {
	let load: (() => Promise<TextModule>) | null = null;
	return async () => {
		load ??= chunk(importOf((await moduleOf(lessonOf(slug))).texts, slug));
		const { default: Text, metadata } = await load();
		return { Text, asks: metadata?.ask ?? [] };
	};
}

/** The same, of the text alone. */
export function textLoaderOf(slug: string): () => Promise<Component> {
	const load = slideTextLoaderOf(slug);
	return async () => (await load()).Text;
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

import { acts, slides } from 'virtual:deck';
import type { Component } from 'svelte';
import { chunk } from './chunk';
import type { Slide } from './content';

export type { Act, Slide } from './content';
export { acts, slides };

const files = import.meta.glob<{ default: Component }>('/content/**/*.md');

/** The slide with this slug; undefined where the deck has none. */
export function slideOf(slug: string): Slide | undefined {
	return slides.find((slide) => slide.slug === slug);
}

/** Loads the text of a slide as a component. */
export function textOf(slide: Slide): Promise<Component> {
	return textLoaderOf(slide)();
}

/** The same, for a text that is asked for until it is there. */
export function textLoaderOf({ file }: Slide): () => Promise<Component> {
	const load = chunk(files[`/content/${file}`]!);
	return async () => (await load()).default;
}

declare module 'virtual:deck' {
	import type { Lesson } from '$lib/deck/content';
	/** In their order. */
	export const lessons: Lesson[];
}

declare module 'virtual:lessons' {
	import type { Component } from 'svelte';
	import type { WalkedLesson } from '$lib/deck/content';
	/** By the slugs of the lessons. */
	export const loads: Record<
		string,
		() => Promise<{
			lesson: WalkedLesson;
			/** How the texts of its slides are imported, by their slugs. */
			texts: Record<string, () => Promise<{ default: Component }>>;
		}>
	>;
}

declare module 'virtual:outline' {
	/** The slides of the first lesson, in their order. */
	export const outline: readonly { slug: string; act: string; title: string }[];
}

declare module 'virtual:vocabulary' {
	/** By the ids of the words. */
	export const vocabulary: Record<string, { word: string; html: string }>;
}

declare module 'virtual:decks' {
	import type { Deck, ListedDeck } from '$lib/deck/content';
	export const decks: ListedDeck[];
	/** By their names. */
	export const loads: Record<string, () => Promise<{ deck: Deck }>>;
}

declare module 'virtual:notes' {
	/** By the slug of the slide. */
	export const notes: Record<string, string>;
}

declare module 'virtual:levels' {
	import type { Topic } from '$lib/levels';
	/** In their order. */
	export const topics: readonly Topic[];
}

declare module 'virtual:level-list' {
	import type { ListedTopic } from '$lib/levels';
	/** The same without what stands on their own pages. */
	export const topics: readonly ListedTopic[];
}

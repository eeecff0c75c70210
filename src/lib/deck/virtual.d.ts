declare module 'virtual:deck' {
	import type { Act, Slide } from './content';
	export const acts: Act[];
	export const slides: Slide[];
}

declare module 'virtual:outline' {
	/** In their order. */
	export const outline: readonly { slug: string; act: string; title: string }[];
}

declare module 'virtual:vocabulary' {
	/** By the ids of the words. */
	export const vocabulary: Record<string, { word: string; html: string }>;
}

declare module 'virtual:decks' {
	import type { Deck } from './content';
	export const decks: Deck[];
}

declare module 'virtual:notes' {
	/** By the slug of the slide. */
	export const notes: Record<string, string>;
}

declare module 'virtual:deck' {
	import type { Act, Slide } from './read-deck';
	export const acts: Act[];
	export const slides: Slide[];
}

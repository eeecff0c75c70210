import { notes } from 'virtual:notes';

/**
 * What a speaker says at a slide, a paragraph each; none where the slide has no notes. Imported by the
 * pages of a speaker alone, so that a reader does not load them.
 */
export function notesOf(slug: string): string[] {
	return (notes[slug] ?? '').split('\n').filter((line) => line.trim() !== '');
}

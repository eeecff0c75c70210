import type { Moment } from '../call/moments';
import type { Outline } from './outline';

/** Milliseconds for which a slide stays on the screen, in one go, before it counts as read. */
export const READ_AFTER = 3000;

/**
 * Whether a slide counts as read: its last moment was on the screen for a while. The moment before a
 * step is half of its slide, and a slide that is passed by was not read.
 *
 * @param kind the moment that was on the screen
 * @param looked for how long, in milliseconds
 */
export function countsAsRead(kind: Moment['kind'], looked: number): boolean {
	return kind !== 'before' && looked >= READ_AFTER;
}

/** What was read, and this slide; the same list where it is known already. */
export function withRead(read: readonly string[], slug: string): readonly string[] {
	return read.includes(slug) ? read : [...read, slug];
}

/** A slide in the line of progress. */
export interface ProgressMark {
	slug: string;
	isRead: boolean;
	/** Whether it is the first of its act. */
	beginsAct: boolean;
}

/**
 * The line of progress: a mark for each slide, and how many of them were read. Slides that were read
 * once and are gone from the deck do not count.
 */
export function progressOf(
	outline: Outline,
	read: readonly string[]
): { marks: ProgressMark[]; count: number } {
	const marks = outline.map(({ slug, act }, index) => ({
		slug,
		isRead: read.includes(slug),
		beginsAct: act !== outline[index - 1]?.act
	}));
	return { marks, count: marks.filter(({ isRead }) => isRead).length };
}

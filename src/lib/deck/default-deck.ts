import { FIRST_LESSON } from '../lessons/names.ts';

/** The deck that is shown where none is asked for. */
export const DEFAULT_DECK = 'full';

/** The deck of a lesson where none is asked for: all of it. */
export function defaultDeckOf(lesson: string): string {
	return lesson === FIRST_LESSON ? DEFAULT_DECK : lesson;
}

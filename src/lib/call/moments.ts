import type { Course } from '../lessons/course';

/** What the walk has to know of a slide. */
export interface SlideRef {
	slug: string;
	/** The step that the slide explains; null for a slide of an idea between steps. */
	step: string | null;
	/**
	 * How many steps are performed when the slide is opened. Where it is absent, a slide of an idea
	 * stands where the slide before it ends.
	 */
	steps?: number;
	/** How many words there are to be read, before the step and once it was performed. */
	words?: { before: number; after: number };
}

/**
 * One press of Next apart from its neighbours: a step's slide has two moments, before and after the
 * step is performed; any other slide has one.
 */
export interface Moment {
	/** Position of the slide in the deck, from 0. */
	slide: number;
	slug: string;
	step: string | null;
	kind: 'before' | 'after' | 'only';
	/** How many steps are performed at this moment. */
	steps: number;
	/** How many words there are to be read that were not there at the moment before. */
	words?: number;
}

/**
 * All moments of a deck, in order. What is performed at a moment is the same in every deck: one that
 * leaves slides out leaves their moments out, and their steps are performed on the way to the next.
 * @throws a `RangeError` for a step that the lesson does not have
 */
export function momentsOf(
	course: Pick<Course, 'steps' | 'begins'>,
	slides: readonly SlideRef[]
): Moment[] {
	let reached = course.begins;
	return slides.flatMap(({ slug, step, steps = reached, words }, slide): Moment[] => {
		if (step === null) {
			reached = steps;
			const all = words && { words: words.before + words.after };
			return [{ slide, slug, step, kind: 'only', steps, ...all }];
		}
		const before = course.steps.findIndex(({ id }) => id === step);
		if (before < 0) throw new RangeError(`There is no step "${step}" in the lesson.`);
		reached = before + 1;
		return [
			{ slide, slug, step, kind: 'before', steps: before, ...(words && { words: words.before }) },
			{ slide, slug, step, kind: 'after', steps: reached, ...(words && { words: words.after }) }
		];
	});
}

/**
 * The moment at the live end: the first of those that show what the last performed step brought.
 *
 * @param done how many steps are performed
 * @returns the position of the moment; 0 where all moments are ahead
 */
export function momentAtHead(moments: readonly Moment[], done: number): number {
	const newest = moments.findLast(({ steps }) => steps <= done);
	return Math.max(
		0,
		moments.findIndex(({ steps }) => steps === newest?.steps)
	);
}

/**
 * Where a slide is opened when it is asked for by its slug: at its end where its step was performed
 * already, else at the moment before the step.
 *
 * @param done how many steps are performed
 * @returns the position of the moment; -1 for a slug that the deck does not have
 */
export function momentOfSlug(moments: readonly Moment[], slug: string, done: number): number {
	const after = moments.findIndex(
		(moment) => moment.slug === slug && moment.kind === 'after' && moment.steps <= done
	);
	return after >= 0 ? after : moments.findIndex((moment) => moment.slug === slug);
}

/** What the walk has to know of a slide. */
export interface SlideRef {
	slug: string;
	/** The step that the slide explains; null for a slide of an idea between steps. */
	step: string | null;
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
}

/** All moments of a deck, in order. */
export function momentsOf(slides: readonly SlideRef[]): Moment[] {
	let steps = 0;
	return slides.flatMap(({ slug, step }, slide): Moment[] => {
		if (step === null) return [{ slide, slug, step, kind: 'only', steps }];
		return [
			{ slide, slug, step, kind: 'before', steps },
			{ slide, slug, step, kind: 'after', steps: ++steps }
		];
	});
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

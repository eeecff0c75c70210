import type { Slide } from './content';

/** The titles of the slides that explain a step, by the step's id. */
export function titlesOf(slides: readonly Slide[]): Record<string, string> {
	return Object.fromEntries(
		slides.flatMap(({ step, title }) => (step === null ? [] : [[step, title]]))
	);
}

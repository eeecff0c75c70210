import type { Course } from '../lessons/course';

/** The titles of the slides that explain a step, by the step's id. */
export function titlesOf(
	{ steps }: Pick<Course, 'steps'>,
	slides: readonly { step: string | null; title?: string }[]
): Record<string, string> {
	return Object.fromEntries([
		...steps.flatMap(({ id, title }) => (title === undefined ? [] : [[id, title]])),
		...slides.flatMap(({ step, title }) => (step === null || !title ? [] : [[step, title]]))
	]) as Record<string, string>;
}

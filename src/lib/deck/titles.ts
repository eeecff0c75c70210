import type { Course } from '../lessons/course';

/** The titles of the slides that explain a step, by the step's id. */
export function titlesOf(...courses: readonly Pick<Course, 'steps'>[]): Record<string, string> {
	return Object.fromEntries(
		courses.flatMap(({ steps }) => steps.map(({ id, title }) => [id, title ?? id]))
	);
}

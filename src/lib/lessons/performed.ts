import type { Step } from '../steps/step.ts';
import { qualified } from './names.ts';

/** Steps with their operations, by what they are called beyond their lesson. */
export type Operable = ReadonlyMap<string, Step>;

/** The steps of some lessons, to be performed. @param lessons their steps, by their slugs */
export function operable(lessons: Readonly<Record<string, readonly Step[]>>): Operable {
	return new Map(
		Object.entries(lessons).flatMap(([lesson, steps]) =>
			steps.map((step) => [qualified(lesson, step.id), step] as const)
		)
	);
}

/** The step with this id. @throws a `RangeError` for an id that no step has */
export function stepOf(steps: Operable, id: string): Step {
	const step = steps.get(id);
	if (!step) throw new RangeError(`There is no step "${id}".`);
	return step;
}

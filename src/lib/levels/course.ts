import type { Fault } from '../breaks/fault.ts';
import type { Course, StepRef } from '../lessons/course.ts';
import type { LevelFault, Misplaced, Variation } from './level.ts';

const isMisplaced = (fault: LevelFault): fault is Misplaced => fault.do === 'move';

/** What is wrong with the call itself, beside the order of its steps. */
export function callFaults(faults: readonly LevelFault[]): Fault[] {
	return faults.filter((fault) => !isMisplaced(fault));
}

/**
 * The course of a level: that of its lesson, its steps in the order that the variation has them.
 * @throws a `RangeError` for a step that the lesson does not have
 */
export function courseOfLevel(course: Course, { faults }: Pick<Variation, 'faults'>): Course {
	const steps = faults.filter(isMisplaced).reduce(moved, course.steps);
	return faults.length === 0 ? course : { ...course, steps, seeded: true };
}

function moved(steps: StepRef[], { step, behind }: Misplaced): StepRef[] {
	const one = steps.find(({ id }) => id === step);
	const others = steps.filter((other) => other !== one);
	const at = others.findIndex(({ id }) => id === behind);
	if (!one || at < 0) throw new RangeError(`There is no step "${one ? behind : step}" to move.`);
	return [...others.slice(0, at + 1), one, ...others.slice(at + 1)];
}

/** A step of a level, as a slide that says nothing: what the walk moves along. */
export interface LevelSlide {
	number: number;
	slug: string;
	step: string;
	title: string;
}

/**
 * What is gone through in a level: the lesson’s own steps, in the order of the course, without those that end the
 * call.
 */
export function slidesOfLevel({ steps, begins }: Course): LevelSlide[] {
	return steps
		.slice(begins)
		.filter(({ ends }) => !ends)
		.map(({ id, title = id }, at) => ({ number: at + 1, slug: id, step: id, title }));
}

/**
 * The same course, each step with the title of its slide: some of them have none in a level.
 *
 * @param titles what the slides are called, by the ids of their steps
 */
export function titled(course: Course, titles: Readonly<Record<string, string>>): Course {
	const steps = course.steps.map((step) => {
		const title = titles[step.id];
		return title === undefined ? step : { ...step, title };
	});
	return { ...course, steps };
}

import { describe, expect, it } from 'vitest';
import {
	courseOf,
	flowsIn,
	isOver,
	performersOf,
	stepsUntilMedia,
	type LessonPlan
} from '../../src/lib/lessons/course';
import { lessonOf, lessonsOf, qualified } from '../../src/lib/lessons/names';
import { operable, stepOf } from '../../src/lib/lessons/performed';
import type { Step } from '../../src/lib/steps/step';

const step = (id: string, more: Partial<Step> = {}): Step => ({ id, john() {}, ...more });

/** A lesson of its own, one that builds on it, and one that builds on that. */
const PLANS: Record<string, LessonPlan> = {
	call: {
		begins: null,
		wire: 'held',
		steps: [
			step('one'),
			step('media', { john: { camera() {}, pattern() {}, none() {} } }),
			step('two', { john: undefined as never, jane() {} }),
			step('end', { jane() {}, ends: true })
		]
	},
	second: { begins: 'two', wire: 'flow', steps: [step('one'), step('three')] },
	third: { begins: 'second/one', wire: 'held', steps: [step('end', { ends: true })] }
};

describe('the course of a lesson', () => {
	it('is its own steps where it begins with fresh peers', () => {
		const course = courseOf('call', PLANS);
		expect(course).toMatchObject({ lesson: 'call', begins: 0, wire: 'held' });
		expect(course.steps.map(({ id }) => id)).toEqual(['one', 'media', 'two', 'end']);
	});

	it('has before them what another lesson performs, as far as it builds on that', () => {
		const course = courseOf('second', PLANS);
		expect(course.steps.map(({ id }) => id)).toEqual([
			'one',
			'media',
			'two',
			'second/one',
			'second/three'
		]);
		expect(course.begins).toBe(3);
	});

	it('has before them what that lesson builds on in turn', () => {
		const course = courseOf('third', PLANS);
		expect(course.steps.map(({ id }) => id)).toEqual([
			'one',
			'media',
			'two',
			'second/one',
			'third/end'
		]);
		expect(course.begins).toBe(4);
	});

	it('is plain data', () => {
		const course = courseOf('third', PLANS);
		expect(JSON.parse(JSON.stringify(course))).toEqual(course);
	});

	it.each([
		['a lesson that there is not', 'fourth', PLANS, 'There is no lesson "fourth".'],
		[
			'a step that no lesson has',
			'second',
			{ ...PLANS, second: { ...PLANS.second!, begins: 'nobody-waves' } },
			'The lesson "second" begins at "nobody-waves", which is no step.'
		],
		[
			'itself, by way of another',
			'second',
			{ ...PLANS, second: { ...PLANS.second!, begins: 'third/end' } },
			'The lesson "second" begins after itself: second, third, second.'
		]
	])('is none for %s', (_, lesson, plans, says) => {
		expect(() => courseOf(lesson, plans)).toThrow(new RangeError(says));
	});
});

describe('a course', () => {
	const course = courseOf('call', PLANS);

	it('says who performs a step, and both of one that it has not', () => {
		expect(performersOf(course, 'two')).toEqual(['jane']);
		expect(performersOf(course, 'end')).toEqual(['john', 'jane']);
		expect(performersOf(course, 'elsewhere')).toEqual(['john', 'jane']);
		expect(performersOf(course, null)).toEqual(['john', 'jane']);
	});

	it('says after how many steps a peer has its media', () => {
		expect(stepsUntilMedia(course, 'john')).toBe(2);
		expect(stepsUntilMedia(course, 'jane')).toBe(Infinity);
	});

	it('is over after the step that ends it, and not before', () => {
		expect([0, 1, 2, 3, 4].map((done) => isOver(course, done))).toEqual([
			false,
			false,
			false,
			false,
			true
		]);
	});

	it('lets candidates flow in its own steps alone, where its wire is so', () => {
		const second = courseOf('second', PLANS);
		expect(second.steps.map(({ id }) => flowsIn(second, id))).toEqual([
			false,
			false,
			false,
			true,
			true
		]);
		expect(course.steps.some(({ id }) => flowsIn(course, id))).toBe(false);
		expect(flowsIn(second, 'elsewhere')).toBe(false);
	});
});

describe('names', () => {
	it('have the lesson before them, but for the first', () => {
		expect(qualified('call', 'connected')).toBe('connected');
		expect(qualified('trickle', 'connected')).toBe('trickle/connected');
	});

	it('lead back to the lesson', () => {
		expect(lessonOf('connected')).toBe('call');
		expect(lessonOf('trickle/connected')).toBe('trickle');
		expect(lessonsOf([{ id: 'a' }, { id: 'b' }, { id: 'x/a' }])).toEqual(['call', 'x']);
	});

	it('find the steps of several lessons, or are refused', () => {
		const one = step('one');
		const steps = operable({ call: [step('one')], trickle: [one] });
		expect(stepOf(steps, 'trickle/one')).toBe(one);
		expect(() => stepOf(steps, 'trickle/two')).toThrow(
			new RangeError('There is no step "trickle/two".')
		);
	});
});

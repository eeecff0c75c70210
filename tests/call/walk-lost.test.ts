import { describe, expect, it } from 'vitest';
import {
	ALL,
	LAST,
	momentOf,
	MOMENTS,
	operationsIn,
	operationsOf,
	readingBefore,
	scriptedWalk,
	stepsBefore
} from './scripted';

describe('a pair that the browser gave up', () => {
	it('stays as it is until Next', () => {
		const walk = readingBefore('john-sets-remote-description').lose('jane');
		expect([walk.standing, walk.context.stale, walk.attempt]).toEqual(['reading', 'lost', 1]);
	});

	it('is made afresh by Next, comes to the same moment, and performs the step', () => {
		const walk = readingBefore('john-sets-remote-description').lose('jane').next();
		expect(walk.attempt).toBe(2);
		expect(walk.context.at).toBe(momentOf('john-sets-remote-description', 'after'));
		expect(walk.context).toMatchObject({ stale: null, reason: 'lost' });
		expect(operationsIn(walk)).toEqual(
			operationsOf(ALL.slice(0, stepsBefore('john-sets-remote-description') + 1))
		);
		expect(walk.opened).toBe(2);
	});

	it('is made afresh on a slide of an idea, and Next still shows the next slide', () => {
		const at = MOMENTS.findIndex(({ slug }) => slug === 'candidates-appear');
		const walk = scriptedWalk().begin().next(at).lose('john');
		const { done } = walk.context;
		walk.next();
		expect(walk.context).toMatchObject({ at: at + 1, done, stale: null });
		expect(walk.attempt).toBe(2);
	});

	it('does not disturb whoever looks back: Next shows the next moment first', () => {
		const walk = readingBefore('john-sets-remote-description').lose('jane');
		walk.send('back', 'back').next();
		expect([walk.attempt, walk.context.at]).toEqual([
			1,
			momentOf('john-sets-remote-description') - 1
		]);
		walk.next(2);
		expect(walk.attempt).toBe(2);
		expect(walk.context.at).toBe(momentOf('john-sets-remote-description', 'after'));
	});

	it('while its step is pending is made afresh after that step', () => {
		const walk = readingBefore('jane-sends-answer');
		walk.automatic = false;
		walk.next().lose('jane').perform('jane');
		expect([walk.standing, walk.context.stale]).toEqual(['reading', 'lost']);
		walk.automatic = true;
		walk.next();
		expect(walk.attempt).toBe(2);
	});

	it('during a replay is made afresh by the next press', () => {
		const walk = scriptedWalk({ at: momentOf('john-sets-remote-description') });
		walk.automatic = false;
		walk.begin().lose('john');
		walk.automatic = true;
		walk.perform('john');
		expect([walk.standing, walk.context.stale]).toEqual(['reading', 'lost']);
		walk.next();
		expect([walk.attempt, walk.context.stale]).toEqual([2, null]);
	});

	it('is not missed after hanging up', () => {
		const walk = scriptedWalk().begin().next(momentOf('john-hangs-up', 'after')).lose('jane');
		expect(walk.context.stale).toBeNull();
		walk.next();
		expect([walk.attempt, walk.context.at]).toEqual([1, LAST]);
	});

	it('lost by both peers is made afresh once', () => {
		const walk = readingBefore('john-sends-candidate').lose('john').lose('jane').next();
		expect(walk.attempt).toBe(2);
	});
});

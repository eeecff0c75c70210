import { describe, expect, it } from 'vitest';
import {
	ALL,
	momentOf,
	MOMENTS,
	operationsIn,
	operationsOf,
	readingBefore,
	refusedAt,
	scriptedWalk,
	stepsBefore,
	type ScriptedWalk
} from './scripted';

describe('Restart', () => {
	it('brings fresh peers, and performs nothing', () => {
		const walk = scriptedWalk().begin().next(10).send('restart');
		expect(walk.context).toMatchObject({ at: 0, done: 0, reason: 'restart' });
		expect([walk.attempt, walk.opened]).toEqual([2, 2]);
		expect(operationsIn(walk)).toEqual([]);
	});

	it('ends a step that is pending, whose answer then counts for nothing', () => {
		const walk = readingBefore('john-gets-media');
		walk.automatic = false;
		walk.next().send('restart').perform('john');
		expect(walk.context).toMatchObject({ at: 0, done: 0 });
		expect(walk.standing).toBe('reading');
	});

	it('leads away from a step that was refused', () => {
		const walk = refusedAt('john-gets-media').send('restart');
		expect([walk.standing, walk.context.at, walk.context.error]).toEqual(['reading', 0, null]);
	});

	it('keeps two connections open, however often', () => {
		const walk = scriptedWalk({ at: momentOf('john-hangs-up') }).begin();
		for (let count = 0; count < 50; count += 1) walk.send('restart');
		expect([walk.attempt, walk.opened]).toEqual([51, 2]);
	});
});

describe('Run to here', () => {
	it('brings fresh peers to that moment', () => {
		const walk = scriptedWalk().begin().next(4);
		walk.send({ type: 'run.to', at: momentOf('jane-creates-answer') });
		expect(walk.context).toMatchObject({
			at: momentOf('jane-creates-answer'),
			done: stepsBefore('jane-creates-answer'),
			reason: 'run-to'
		});
		expect(walk.attempt).toBe(2);
		expect(operationsIn(walk)).toEqual(
			operationsOf(ALL.slice(0, stepsBefore('jane-creates-answer')))
		);
	});

	it('leads backwards as well', () => {
		const walk = readingBefore('john-hangs-up').send({
			type: 'run.to',
			at: momentOf('john-gets-media')
		});
		expect(walk.context).toMatchObject({ at: momentOf('john-gets-media'), done: 1 });
	});

	it.each([-1, MOMENTS.length, 0.5])('to a moment that is none, %d, does nothing', (at) => {
		const walk = scriptedWalk().begin().next(4).send({ type: 'run.to', at });
		expect([walk.attempt, walk.context.at]).toEqual([1, 4]);
	});

	it('during another run replaces it', () => {
		const walk = scriptedWalk({ at: momentOf('john-hangs-up') });
		walk.automatic = false;
		walk.begin();
		walk.automatic = true;
		walk.send({ type: 'run.to', at: momentOf('john-adds-tracks') });
		expect(walk.context).toMatchObject({ at: momentOf('john-adds-tracks'), done: 2 });
	});
});

describe('a slide that is opened', () => {
	it('is shown where its steps are performed already', () => {
		const walk = readingBefore('john-hangs-up').send({ type: 'go.to', at: 3 });
		expect([walk.context.at, walk.attempt]).toEqual([3, 1]);
		expect(walk.context.done).toBe(stepsBefore('john-hangs-up'));
	});

	it('ahead is reached on the same peers, performing only what is missing', () => {
		const walk = readingBefore('john-creates-offer');
		walk.send({ type: 'go.to', at: momentOf('john-sends-offer') });
		expect(walk.context).toMatchObject({ at: momentOf('john-sends-offer'), done: 5 });
		expect(walk.attempt).toBe(1);
		expect(operationsIn(walk)).toEqual(operationsOf(ALL.slice(0, 5)));
	});

	it('ahead of a pair that was lost is reached on fresh peers', () => {
		const walk = readingBefore('john-sends-candidate').lose('jane');
		walk.send({ type: 'go.to', at: momentOf('john-adds-candidate') });
		expect(walk.context).toMatchObject({
			at: momentOf('john-adds-candidate'),
			reason: 'lost',
			stale: null
		});
		expect(walk.attempt).toBe(2);
	});

	it.each([-1, MOMENTS.length])('that is none, %d, is not opened', (at) => {
		const walk = scriptedWalk().begin().next(4).send({ type: 'go.to', at });
		expect([walk.context.at, walk.standing]).toEqual([4, 'reading']);
	});

	it('is not opened while a step is pending', () => {
		const walk = readingBefore('john-creates-offer');
		walk.automatic = false;
		walk.next();
		expect(walk.actor.getSnapshot().can({ type: 'go.to', at: 0 })).toBe(false);
	});
});

describe('the cursor', () => {
	it('is let go by the first Next, which does nothing else', () => {
		const walk = scriptedWalk().begin().next(4).send({ type: 'cursor.set', seq: 2 });
		expect(walk.context.cursor).toBe(2);
		walk.next();
		expect(walk.context).toMatchObject({ cursor: null, at: 4 });
		walk.next();
		expect(walk.context.at).toBe(5);
	});

	it.each<[string, Parameters<ScriptedWalk['send']>[0]]>([
		['Back', 'back'],
		['Restart', 'restart'],
		['Run to here', { type: 'run.to', at: 2 }],
		['another slide', { type: 'go.to', at: 2 }]
	])('is let go by %s', (_, event) => {
		const walk = scriptedWalk().begin().next(4).send({ type: 'cursor.set', seq: 2 }, event);
		expect(walk.context.cursor).toBeNull();
	});
});

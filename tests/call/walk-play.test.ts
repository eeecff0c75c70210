import { describe, expect, it } from 'vitest';
import {
	ALL,
	LAST,
	MOMENTS,
	momentOf,
	operationsIn,
	operationsOf,
	readingBefore,
	scriptedWalk
} from './scripted';

describe('Play', () => {
	it('goes to the next moment after each beat', () => {
		const walk = scriptedWalk().begin().send('play');
		expect(walk.context.at).toBe(0);
		walk.clock.increment(3999);
		expect(walk.context.at).toBe(0);
		walk.clock.increment(1);
		expect(walk.context.at).toBe(1);
		walk.clock.increment(4000);
		expect(walk.context.at).toBe(2);
	});

	it('at twice the speed takes half the time', () => {
		const walk = scriptedWalk({ speed: 2 }).begin().send('play');
		walk.clock.increment(2000);
		expect(walk.context.at).toBe(1);
	});

	it('stays at a moment for as long as its text takes to read, and no shorter than a beat', () => {
		const moments = MOMENTS.map((moment) => ({ ...moment, words: moment.slide === 0 ? 100 : 5 }));
		const walk = scriptedWalk({ moments, pace: 200 }).begin().send('play');
		walk.clock.increment(29_999);
		expect(walk.context.at).toBe(0);
		walk.clock.increment(1);
		expect(walk.context.at).toBe(1);
		walk.clock.increment(4000);
		expect(walk.context.at).toBe(2);
	});

	it('reads what is shown after a step once it is performed, not what came before', () => {
		const moments = MOMENTS.map((moment) => ({
			...moment,
			words: moment.kind === 'after' ? 50 : 1000
		}));
		const at = momentOf('john-creates-offer');
		const walk = scriptedWalk({ moments, at, pace: 200 }).begin().send('play').next();
		expect(walk.context.at).toBe(momentOf('john-creates-offer', 'after'));
		walk.clock.increment(15_000);
		expect(walk.context.at).toBe(at + 2);
	});

	it('begins to read anew when somebody presses Next', () => {
		const walk = scriptedWalk().begin().send('play');
		walk.clock.increment(3000);
		walk.next();
		walk.clock.increment(3000);
		expect(walk.context.at).toBe(1);
		walk.clock.increment(1000);
		expect(walk.context.at).toBe(2);
	});

	it('takes another speed from the next beat on', () => {
		const walk = scriptedWalk().begin().send('play', { type: 'speed.choose', speed: 4 });
		walk.clock.increment(4000);
		expect(walk.context).toMatchObject({ at: 1, speed: 4 });
		walk.clock.increment(1000);
		expect(walk.context.at).toBe(2);
	});

	it('comes through the whole call, and pauses at its end', () => {
		const walk = scriptedWalk().begin().send('play');
		for (let beat = 0; beat < LAST; beat += 1) walk.clock.increment(4000);
		expect([walk.context.at, walk.pace]).toEqual([LAST, 'paused']);
		expect(operationsIn(walk)).toEqual(operationsOf(ALL));
		expect(walk.actor.getSnapshot().can({ type: 'play' })).toBe(false);
	});

	it('waits for a step that takes longer than a beat', () => {
		const walk = readingBefore('john-gets-media').send('play');
		walk.automatic = false;
		walk.clock.increment(4000);
		walk.clock.increment(4000);
		walk.clock.increment(4000);
		expect([walk.pending, walk.context.at]).toEqual([['john'], momentOf('john-gets-media')]);
		walk.perform('john');
		expect(walk.context.at).toBe(momentOf('john-gets-media', 'after'));
	});

	it.each(['pause', 'back', 'restart'] as const)('is paused by %s', (event) => {
		const walk = scriptedWalk().begin().next(3).send('play', event);
		expect(walk.pace).toBe('paused');
		const { at } = walk.context;
		walk.clock.increment(20_000);
		expect(walk.context.at).toBe(at);
	});

	it('stops on any error, and does not try again by itself', () => {
		const walk = readingBefore('john-gets-media').refuse('john-gets-media').send('play');
		walk.clock.increment(4000);
		expect([walk.standing, walk.pace]).toEqual(['refused', 'paused']);
		walk.clock.increment(20_000);
		expect(walk.attempt).toBe(1);
	});

	it('goes on over a pair that was lost', () => {
		const walk = readingBefore('john-sends-candidate').lose('jane').send('play');
		walk.clock.increment(4000);
		expect([walk.attempt, walk.context.at]).toEqual([2, momentOf('john-sends-candidate', 'after')]);
	});
});

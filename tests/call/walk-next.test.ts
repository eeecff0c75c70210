import { describe, expect, it } from 'vitest';
import { performers } from '../../src/lib/steps/step';
import {
	ALL,
	LAST,
	momentOf,
	MOMENTS,
	operationsIn,
	operationsOf,
	readingBefore,
	refusedAt,
	scriptedWalk,
	stepsBefore
} from './scripted';
import { STEPS } from './course';

describe('a walk before it begins', () => {
	it('is idle, and owns no connection', () => {
		const walk = scriptedWalk();
		walk.actor.start();
		expect(walk.standing).toBe('idle');
		expect(walk.opened).toBe(0);
	});

	it('does nothing by Next', () => {
		const walk = scriptedWalk();
		walk.actor.start();
		walk.next(3);
		expect([walk.standing, walk.context.at, walk.asked]).toEqual(['idle', 0, []]);
	});
});

describe('Next', () => {
	it('leads through every moment, one at a press', () => {
		const walk = scriptedWalk().begin();
		const seen = [walk.context.at];
		for (let press = 0; press < LAST; press += 1) seen.push(walk.next().context.at);
		expect(seen).toEqual(MOMENTS.map((_, at) => at));
		expect(walk.context.done).toBe(STEPS.length);
	});

	it('performs all steps in their order, once each, on one pair of peers', () => {
		const walk = scriptedWalk().begin().next(LAST);
		expect(operationsIn(walk)).toEqual(operationsOf(ALL));
		expect(walk.ended).toEqual(ALL);
		expect(walk.attempt).toBe(1);
	});

	it('performs at most one step at a press', () => {
		const walk = scriptedWalk().begin();
		for (let press = 0; press < LAST; press += 1) {
			const before = walk.ended.length;
			walk.next();
			expect(walk.ended.length - before).toBeLessThanOrEqual(1);
		}
	});

	it('on a slide of an idea performs nothing', () => {
		const walk = scriptedWalk().begin().next();
		expect([walk.context.at, walk.asked]).toEqual([1, []]);
	});

	it('waits where it is until the step is performed', () => {
		const walk = readingBefore('john-creates-offer');
		walk.automatic = false;
		walk.next();
		expect([walk.standing, walk.context.at]).toEqual([
			'performing',
			momentOf('john-creates-offer')
		]);
		walk.perform('john');
		expect([walk.standing, walk.context.at]).toEqual([
			'reading',
			momentOf('john-creates-offer', 'after')
		]);
	});

	it('pressed again while a step is pending does nothing', () => {
		const walk = readingBefore('john-creates-offer');
		walk.automatic = false;
		walk.next(5);
		expect(walk.pending).toEqual(['john']);
		walk.perform('john');
		expect(walk.context.at).toBe(momentOf('john-creates-offer', 'after'));
		expect(operationsIn(walk).filter((one) => one === 'john john-creates-offer')).toHaveLength(1);
		expect(walk.pending).toEqual([]);
	});

	it('cannot be pressed while a step is pending, and says so', () => {
		const walk = readingBefore('john-creates-offer');
		expect(walk.actor.getSnapshot().can({ type: 'next' })).toBe(true);
		walk.automatic = false;
		walk.next();
		expect(walk.actor.getSnapshot().can({ type: 'next' })).toBe(false);
	});

	it('on a step of both waits for both, in whatever order they end', () => {
		for (const order of [
			['john', 'jane'],
			['jane', 'john']
		] as const) {
			const walk = readingBefore('remaining-candidates');
			walk.automatic = false;
			walk.next();
			expect(walk.pending).toEqual(['john', 'jane']);
			walk.perform(order[0]);
			expect(walk.standing).toBe('performing');
			walk.perform(order[1]);
			expect(walk.standing).toBe('reading');
			expect(walk.context.done).toBe(stepsBefore('remaining-candidates') + 1);
		}
	});

	it('at the last moment does nothing', () => {
		const walk = scriptedWalk()
			.begin()
			.next(LAST + 5);
		expect([walk.context.at, walk.standing]).toEqual([LAST, 'reading']);
		expect(walk.actor.getSnapshot().can({ type: 'next' })).toBe(false);
	});
});

describe('Back', () => {
	it('shows the moment before, and performs nothing', () => {
		const walk = scriptedWalk().begin().next(8);
		const { length } = walk.asked;
		walk.send('back', 'back', 'back');
		expect(walk.context.at).toBe(5);
		expect(walk.asked).toHaveLength(length);
	});

	it('and then Next returns to the head without performing anything twice', () => {
		const walk = scriptedWalk().begin().next(8);
		const { length } = walk.asked;
		walk.send('back', 'back', 'back').next(3);
		expect([walk.context.at, walk.asked.length]).toEqual([8, length]);
		walk.next(2);
		expect(operationsIn(walk)).toEqual(operationsOf(ALL.slice(0, walk.context.done)));
	});

	it('at the first moment does nothing', () => {
		const walk = scriptedWalk().begin().send('back');
		expect(walk.context.at).toBe(0);
		expect(walk.actor.getSnapshot().can({ type: 'back' })).toBe(false);
	});

	it('does nothing while a step is pending', () => {
		const walk = readingBefore('john-creates-offer');
		walk.automatic = false;
		walk.next().send('back');
		expect([walk.standing, walk.context.at]).toEqual([
			'performing',
			momentOf('john-creates-offer')
		]);
	});
});

describe('a walk that begins within the call', () => {
	it.each(ALL)('comes to the moment before %s with all that is before it performed', (step) => {
		const walk = scriptedWalk({ at: momentOf(step) }).begin();
		expect([walk.standing, walk.context.at]).toEqual(['reading', momentOf(step)]);
		expect(walk.ended).toEqual(ALL.slice(0, stepsBefore(step)));
		expect(walk.log[0]).toEqual({ attempt: 1, what: 'fresh', detail: 'deep-link' });
	});

	it('performs one step at a time on the way', () => {
		const walk = scriptedWalk({ at: momentOf('john-sends-offer') });
		walk.automatic = false;
		walk.begin();
		for (const step of ALL.slice(0, 5)) {
			expect([walk.standing, walk.pending]).toEqual(['replaying', ['john']]);
			expect(walk.asked.at(-1)!.step).toBe(step);
			walk.perform('john');
		}
		expect(walk.standing).toBe('reading');
	});

	it('does nothing by Next, Back or a slide’s link on the way', () => {
		const walk = scriptedWalk({ at: momentOf('john-sends-offer') });
		walk.automatic = false;
		walk.begin().send('next', 'back', { type: 'go.to', at: 0 });
		expect([walk.standing, walk.context.at]).toEqual(['replaying', momentOf('john-sends-offer')]);
	});

	it('at the first moment is simply a start', () => {
		expect(scriptedWalk().begin().log).toEqual([{ attempt: 1, what: 'fresh', detail: 'start' }]);
	});
});

describe('the connections of a walk', () => {
	it('are two from its beginning, and none after its end', () => {
		const walk = scriptedWalk().begin();
		expect(walk.opened).toBe(2);
		walk.actor.stop();
		expect(walk.opened).toBe(0);
	});

	it('are asked one step at a time, with the source of their own peer', () => {
		const walk = scriptedWalk({ sources: { john: 'none', jane: 'camera' } })
			.begin()
			.next(LAST);
		for (const { peer, source } of walk.asked) {
			expect(source).toBe({ john: 'none', jane: 'camera' }[peer]);
		}
	});

	it('are asked only for what their peer performs', () => {
		const walk = scriptedWalk().begin().next(LAST);
		for (const { peer, step } of walk.asked) {
			expect(performers(STEPS.find(({ id }) => id === step)!)).toContain(peer);
		}
	});
});

describe('what a walk keeps', () => {
	it('is plain data, which survives JSON', () => {
		const walk = refusedAt('jane-gets-media');
		expect(JSON.parse(JSON.stringify(walk.context))).toEqual(walk.context);
	});
});

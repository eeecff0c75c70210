import { describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import { ALL, operationsIn, operationsOf, scriptedWalk } from './scripted';
import { CALL } from './course';

/** A deck of five slides; the steps of all others are performed on the way. */
const MOMENTS = momentsOf(CALL, [
	{ slug: 'opening', step: null },
	{ slug: 'john-creates-offer', step: 'john-creates-offer' },
	{ slug: 'jane-creates-answer', step: 'jane-creates-answer' },
	{ slug: 'connected', step: null, steps: 19 },
	{ slug: 'thanks', step: null, steps: 20 }
]);
const [OPENING, OFFER, , ANSWER, ANSWERED, CONNECTED, THANKS] = MOMENTS.map((_, at) => at) as [
	number,
	number,
	number,
	number,
	number,
	number,
	number
];
const shortWalk = (at = OPENING) => scriptedWalk({ moments: MOMENTS, at });

describe('Next, where the deck leaves out slides of steps', () => {
	it('leads through every moment, one at a press', () => {
		const walk = shortWalk().begin();
		const seen = MOMENTS.slice(1).map(() => walk.next().context.at);
		expect(seen).toEqual(MOMENTS.map((_, at) => at).slice(1));
		expect(walk.attempt).toBe(1);
	});

	it('performs all steps in their order, once each', () => {
		const walk = shortWalk().begin().next(THANKS);
		expect(walk.ended).toEqual(ALL);
		expect(operationsIn(walk)).toEqual(operationsOf(ALL));
	});

	it.each([OPENING, OFFER, ANSWER, ANSWERED, CONNECTED])(
		'from moment %i performs all that lies before the next',
		(at) => {
			const walk = shortWalk(at).begin().next();
			expect(walk.standing).toBe('reading');
			expect(walk.context.at).toBe(at + 1);
			expect(walk.ended).toEqual(ALL.slice(0, MOMENTS[at + 1]!.steps));
		}
	);

	it('performs one step after the other, and is at its moment meanwhile', () => {
		const walk = shortWalk().begin();
		walk.automatic = false;
		walk.next();
		for (const step of ALL.slice(0, 3)) {
			expect([walk.standing, walk.context.at]).toEqual(['replaying', OFFER]);
			expect(walk.asked.at(-1)!.step).toBe(step);
			walk.perform('john');
		}
		expect([walk.standing, walk.context.done]).toEqual(['reading', 3]);
	});

	it('pressed again on the way does nothing', () => {
		const walk = shortWalk().begin();
		walk.automatic = false;
		walk.next(4).perform('john');
		expect(walk.actor.getSnapshot().can({ type: 'next' })).toBe(false);
		walk.perform('john').perform('john');
		expect([walk.standing, walk.context.at]).toEqual(['reading', OFFER]);
		expect(operationsIn(walk)).toEqual(operationsOf(ALL.slice(0, 3)));
	});

	it('after Back returns to what was performed without performing it again', () => {
		const walk = shortWalk().begin().next(ANSWER);
		const { length } = walk.asked;
		walk.send('back', 'back', 'back').next(3);
		expect([walk.context.at, walk.asked.length]).toEqual([ANSWER, length]);
	});

	it('on a lost pair makes fresh peers, and then performs all that lies before the next', () => {
		const walk = shortWalk(ANSWERED).begin().lose('jane').next();
		expect([walk.attempt, walk.standing, walk.context.at]).toEqual([2, 'reading', CONNECTED]);
		expect(walk.ended).toEqual(ALL.slice(0, 19));
	});
});

describe('a deck that begins within the call', () => {
	const begun = () => scriptedWalk({ moments: MOMENTS.slice(OFFER), at: 0 }).begin();

	it('comes to its first moment with all that is before it performed', () => {
		expect(begun().ended).toEqual(ALL.slice(0, 3));
	});

	it('comes there again by Restart', () => {
		const walk = begun().next(3).send('restart');
		expect([walk.attempt, walk.standing, walk.context.at]).toEqual([2, 'reading', 0]);
		expect(walk.ended).toEqual(ALL.slice(0, 3));
	});
});

describe('a step that is refused between the moments of a deck', () => {
	const refused = () => shortWalk().begin().refuse('john-gets-media').next();

	it('is said', () => {
		const walk = refused();
		expect(walk.standing).toBe('refused');
		expect(walk.context.error).toMatchObject({ step: 'john-gets-media' });
	});

	it('is tried again by Next, on fresh peers, with all that lay before the moment', () => {
		const walk = refused().allow('john-gets-media').next();
		expect([walk.attempt, walk.standing, walk.context.at]).toEqual([2, 'reading', OFFER]);
		expect(walk.ended).toEqual(ALL.slice(0, 3));
	});

	it('leads, where it is dismissed, to the last moment before it', () => {
		const walk = refused().send('dismiss');
		expect([walk.standing, walk.context.at, walk.context.stale]).toEqual([
			'reading',
			OPENING,
			'failed'
		]);
	});

	it('is, once dismissed, tried by Next on fresh peers', () => {
		const walk = refused().send('dismiss').allow('john-gets-media').next();
		expect([walk.attempt, walk.standing, walk.context.at]).toEqual([2, 'reading', OFFER]);
		expect(walk.ended).toEqual(ALL.slice(0, 3));
	});
});

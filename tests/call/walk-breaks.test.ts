import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deed } from '../../src/lib/breaks';
import type { WalkEvent } from '../../src/lib/call/walk-types';
import { STEPS } from './course';
import {
	DENIED,
	MOMENTS,
	momentOf,
	operationsIn,
	readingBefore,
	scriptedWalk,
	stepsBefore,
	type ScriptedWalk
} from './scripted';

const DROP: Deed = { do: 'drop', peer: 'jane', message: 1 };
const CLOSE: Deed = { do: 'close', peer: 'john' };
const SKIP: Deed = { do: 'skip' };

const broken = (step: string, deed: Deed) => readingBefore(step).send({ type: 'deed.do', deed });

describe('something that is done to a call beside its steps', () => {
	it('is asked of the peer at whose end it is done, and leaves the walk where it is', () => {
		const walk = broken('jane-sets-remote-description', DROP);
		expect(operationsIn(walk).at(-1)).toBe('jane deed');
		expect(walk.standing).toBe('reading');
		expect(walk.context).toMatchObject({
			at: momentOf('jane-sets-remote-description'),
			done: stepsBefore('jane-sets-remote-description'),
			deeds: [{ deed: DROP, done: stepsBefore('jane-sets-remote-description') }],
			applied: 1
		});
	});

	it('may be to leave the next step out: it counts, and nobody is asked for it', () => {
		const walk = broken('jane-adds-tracks', SKIP);
		expect(walk.context.at).toBe(momentOf('jane-adds-tracks', 'after'));
		expect(walk.context.done).toBe(stepsBefore('jane-adds-tracks') + 1);
		expect(operationsIn(walk).some((one) => one.endsWith('jane-adds-tracks'))).toBe(false);
	});

	it('may be to perform a step that is not the next, of all who perform it', () => {
		const walk = broken('john-sends-offer', { do: 'step', step: 'john-creates-offer' });
		expect(operationsIn(walk).filter((one) => one === 'john john-creates-offer')).toHaveLength(2);
		expect(walk.context.done).toBe(stepsBefore('john-sends-offer'));
	});

	it('may be refused by the browser, and the call goes on all the same', () => {
		const walk = readingBefore('john-sends-offer').refuse('john-creates-offer');
		walk.send({ type: 'deed.do', deed: { do: 'step', step: 'john-creates-offer' } });
		expect([walk.standing, walk.context.error, walk.context.stale]).toEqual([
			'reading',
			null,
			null
		]);
		walk.next();
		expect(walk.context.at).toBe(momentOf('john-sends-offer', 'after'));
	});

	it('is not done while somebody looks back, or while a step is under way', () => {
		const walk = readingBefore('john-sends-offer').send('back', 'back', {
			type: 'deed.do',
			deed: CLOSE
		});
		expect(walk.context.deeds).toEqual([]);
		const other = readingBefore('john-sends-offer');
		other.automatic = false;
		other.next().send({ type: 'deed.do', deed: CLOSE });
		expect(other.context.deeds).toEqual([]);
	});

	it('makes a connection that fails no surprise: Next goes on with the same peers', () => {
		const walk = broken('john-sends-offer', CLOSE).lose('john').next();
		expect([walk.attempt, walk.context.stale]).toEqual([1, null]);
	});
});

describe('what was done to a call', () => {
	it('is done to fresh peers at the same place', () => {
		const walk = broken('jane-adds-tracks', SKIP).send({ type: 'deed.do', deed: CLOSE });
		const before = operationsIn(walk);
		const { context } = walk;
		walk.send({ type: 'run.to', at: walk.context.at });
		expect(walk.attempt).toBe(2);
		expect(operationsIn(walk)).toEqual(before);
		expect(walk.context).toMatchObject({ deeds: context.deeds, applied: 2, done: context.done });
	});

	it('is undone by one press, on fresh peers at the same moment', () => {
		const walk = broken('jane-adds-tracks', SKIP);
		const { at } = walk.context;
		walk.send('deed.undo');
		expect(walk.context).toMatchObject({ deeds: [], applied: 0, at, reason: 'undone' });
		expect(operationsIn(walk)).toContain('jane jane-adds-tracks');
	});

	it('is undone one after the other, the last first', () => {
		const walk = broken('john-sends-offer', DROP).send(
			{ type: 'deed.do', deed: CLOSE },
			'deed.undo'
		);
		expect(walk.context.deeds.map(({ deed }) => deed)).toEqual([DROP]);
	});

	it('can be undone while a step waits for what does not come', () => {
		const walk = broken('jane-sets-remote-description', DROP);
		walk.automatic = false;
		walk.next();
		expect(walk.standing).toBe('performing');
		walk.automatic = true;
		walk.send('deed.undo').next();
		expect(walk.context.at).toBe(momentOf('jane-sets-remote-description', 'after'));
	});

	it('is gone with Restart', () => {
		const walk = broken('jane-adds-tracks', SKIP).send('restart');
		expect(walk.context).toMatchObject({ deeds: [], applied: 0, at: 0, done: 0 });
	});

	it('is taken back with Back where it waits for an empty seat', () => {
		const walk = scriptedWalk().begin();
		walk.automatic = false;
		walk.send(
			{ type: 'deed.do', deed: { do: 'step', step: 'jane-sends-candidate' } },
			{ type: 'seat.left', peer: 'jane' }
		);
		expect([walk.standing, walk.context.deeds.length]).toEqual(['performing', 1]);
		walk.send('back');
		expect(walk.standing).toBe('reading');
		expect(walk.context).toMatchObject({ deeds: [], applied: 0 });
	});

	it('goes on with whoever takes an empty seat', () => {
		const walk = broken('jane-adds-tracks', SKIP).send(
			{ type: 'seat.left', peer: 'john' },
			{ type: 'seat.taken', peer: 'john' }
		);
		expect(walk.context).toMatchObject({ applied: 1, deeds: [{ deed: SKIP }] });
		expect(walk.standing).toBe('reading');
	});
});

/** How many random courses of presses are tried: ten thousand in the long run. */
const RUNS = process.env.LONG === '1' ? 10_000 : 1000;
/** Set FC_SEED to repeat a run that is printed here. */
const SEED = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
console.log(`fast-check seed ${SEED}`);

const peer = fc.constantFrom('john' as const, 'jane' as const);
const message = fc.integer({ min: 0, max: 8 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
	fc.record({ do: fc.constantFrom('drop', 'repeat', 'postpone', 'return'), peer, message }),
	fc.record({ do: fc.constant('change'), peer, message, change: fc.constant('direction') }),
	fc.record({ do: fc.constantFrom('silence', 'close', 'offer', 'restart', 'channel'), peer }),
	fc.record({ do: fc.constant('filter'), peer, keeps: fc.constantFrom('none', 'relay') }),
	fc.constant(SKIP),
	fc.constantFrom(...STEPS, { id: 'nobody-knows' }).map(({ id }) => ({ do: 'step', step: id }))
) as fc.Arbitrary<Deed>;

const at = fc.integer({ min: 0, max: MOMENTS.length - 1 });
const event: fc.Arbitrary<WalkEvent> = fc.oneof(
	{ weight: 6, arbitrary: fc.constant<WalkEvent>({ type: 'next' }) },
	{ weight: 5, arbitrary: deed.map((one): WalkEvent => ({ type: 'deed.do', deed: one })) },
	fc.constantFrom<WalkEvent>(
		{ type: 'back' },
		{ type: 'deed.undo' },
		{ type: 'retry' },
		{ type: 'dismiss' },
		{ type: 'seat.left', peer: 'jane' },
		{ type: 'seat.taken', peer: 'jane' },
		{ type: 'source.choose', peer: 'john', source: 'none' }
	),
	at.map((to): WalkEvent => ({ type: 'run.to', at: to })),
	at.map((to): WalkEvent => ({ type: 'go.to', at: to }))
);
type Act = (walk: ScriptedWalk) => unknown;
const act: fc.Arbitrary<Act> = fc.oneof(
	{
		weight: 3,
		arbitrary: event.map(
			(one): Act =>
				(walk) =>
					walk.send(one)
		)
	},
	{
		weight: 3,
		arbitrary: peer.map(
			(who): Act =>
				(walk) =>
					walk.perform(who)
		)
	},
	peer.map(
		(who): Act =>
			(walk) =>
				walk.perform(who, DENIED)
	),
	peer.map(
		(who): Act =>
			(walk) =>
				walk.lose(who)
	)
);

describe('whatever is done to a call, in whatever order', () => {
	const PATIENCE = { timeout: 300_000 };
	it(
		'it stays within its deck, on two connections, and a clean slate is its first moment',
		PATIENCE,
		() => {
			const anything = fc.tuple(fc.boolean(), fc.array(act, { maxLength: 40, size: 'max' }));
			fc.assert(
				fc.property(anything, ([automatic, acts]) => {
					const walk = scriptedWalk().begin();
					walk.automatic = automatic;
					for (const one of acts) {
						one(walk);
						const { at: here, done, applied, deeds } = walk.context;
						expect(MOMENTS[here]).toBeDefined();
						expect(done).toBeLessThanOrEqual(STEPS.length);
						expect(applied).toBeLessThanOrEqual(deeds.length);
						expect(walk.opened).toBe(2);
						if (walk.standing === 'reading') {
							expect(MOMENTS[here]!.steps).toBeLessThanOrEqual(done);
							expect(applied).toBe(deeds.filter((one) => one.done <= done).length);
						}
					}
					walk.automatic = true;
					walk.send({ type: 'seat.taken', peer: 'jane' }, 'restart');
					expect([walk.standing, walk.context.at, walk.context.deeds]).toEqual(['reading', 0, []]);
					walk.next(MOMENTS.length);
					expect(walk.context.done).toBe(STEPS.length);
				}),
				{ numRuns: RUNS, seed: SEED }
			);
		}
	);
});

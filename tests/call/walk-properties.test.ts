import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WalkEvent } from '../../src/lib/call/walk-types';
import { performers } from '../../src/lib/steps/step';
import { MOMENTS, scriptedWalk, type ScriptedWalk } from './scripted';
import { STEPS } from './course';

const ORDER = STEPS.map(({ id }) => id);
const peer = fc.constantFrom('john', 'jane');
const at = fc.integer({ min: -1, max: MOMENTS.length });

/** Anything that a person may press. */
const pressed: fc.Arbitrary<WalkEvent> = fc.oneof(
	{ weight: 12, arbitrary: fc.constant<WalkEvent>({ type: 'next' }) },
	{ weight: 3, arbitrary: fc.constant<WalkEvent>({ type: 'back' }) },
	fc.constantFrom<WalkEvent>(
		{ type: 'begin' },
		{ type: 'restart' },
		{ type: 'play' },
		{ type: 'pause' },
		{ type: 'retry' },
		{ type: 'dismiss' },
		{ type: 'cursor.set', seq: 3 },
		{ type: 'cursor.set', seq: null },
		{ type: 'speed.choose', speed: 4 },
		{ type: 'pace.choose', pace: 600 }
	),
	at.map((to): WalkEvent => ({ type: 'go.to', at: to })),
	at.map((to): WalkEvent => ({ type: 'run.to', at: to })),
	fc.boolean().map((isOn): WalkEvent => ({ type: 'recording.choose', isOn })),
	fc
		.record({ peer, source: fc.constantFrom('camera', 'pattern', 'none') })
		.map((choice): WalkEvent => ({ type: 'source.choose', ...choice }))
);

type Happening = { what: string; act: (walk: ScriptedWalk) => unknown };

/** Anything that may happen: a press, an answer of a browser, a loss, a beat of the clock. */
const happening: fc.Arbitrary<Happening> = fc.oneof(
	{
		weight: 5,
		arbitrary: pressed.map((event) => ({
			what: JSON.stringify(event),
			act: (walk: ScriptedWalk) => walk.send(event)
		}))
	},
	{
		weight: 6,
		arbitrary: peer.map((who) => ({
			what: `${who} performs`,
			act: (walk: ScriptedWalk) => walk.perform(who)
		}))
	},
	{
		weight: 1,
		arbitrary: peer.map((who) => ({
			what: `${who} is refused`,
			act: (walk: ScriptedWalk) =>
				walk.perform(who, { name: 'OperationError', message: 'no', attempted: 'createOffer' })
		}))
	},
	{
		weight: 1,
		arbitrary: peer.map((who) => ({
			what: `${who} is lost`,
			act: (walk: ScriptedWalk) => walk.lose(who)
		}))
	},
	{
		weight: 1,
		arbitrary: fc.constant({
			what: 'a beat',
			act: (walk: ScriptedWalk) => walk.clock.increment(4000)
		})
	}
);

const step = fc.constantFrom(...ORDER);

/** A browser that refuses a step from now on, or does not any more. */
const moods: fc.Arbitrary<Happening> = fc.tuple(step, fc.boolean()).map(([id, refuses]) => ({
	what: `${refuses ? 'no' : 'yes'} to ${id}`,
	act: (walk: ScriptedWalk) => (refuses ? walk.refuse(id) : walk.allow(id))
}));

const happenings = fc.array(
	fc.oneof({ weight: 12, arbitrary: happening }, { weight: 1, arbitrary: moods }),
	{ minLength: 1, maxLength: 60, size: 'max' }
);
const begins = fc.integer({ min: 0, max: MOMENTS.length - 1 });

/** How many courses of events each sentence is tried on. */
const RUNS = 50;

const isRefused = ({ standing }: ScriptedWalk) => standing === 'refused';
const refusalsOf = ({ log }: ScriptedWalk) => log.filter(({ what }) => what === 'fail').length;

/** Lets things happen to a walk, and checks after each what must always be true. */
function always(invariant: (walk: ScriptedWalk, before: { refusals: number }) => void) {
	fc.assert(
		fc.property(begins, fc.boolean(), happenings, (first, automatic, events) => {
			const walk = scriptedWalk({ at: first });
			walk.automatic = automatic;
			walk.begin();
			for (const { act } of events) {
				const before = { refusals: refusalsOf(walk) };
				act(walk);
				invariant(walk, before);
			}
			walk.actor.stop();
			expect(walk.opened).toBe(0);
		}),
		{ numRuns: RUNS }
	);
}

describe('whatever happens to a walk', () => {
	it('it stays within its deck and within its steps', () => {
		always(({ context }) => {
			expect(MOMENTS[context.at]).toBeDefined();
			expect(context.done).toBeGreaterThanOrEqual(0);
			expect(context.done).toBeLessThanOrEqual(STEPS.length);
		});
	});

	it('whoever reads sees nothing that is not performed', () => {
		always(({ standing, context }) => {
			if (standing !== 'reading') return;
			expect(MOMENTS[context.at]!.steps).toBeLessThanOrEqual(context.done);
		});
	});

	it('every attempt performs the steps in their order, without a gap, each at most once', () => {
		always(({ attempt, log, ended, context }) => {
			const begun = log.filter((one) => one.attempt === attempt && one.what === 'begin');
			const steps = begun.map(({ detail }) => detail);
			expect(steps).toEqual(ORDER.slice(0, steps.length));
			expect(ended).toEqual(ORDER.slice(0, context.done));
			expect(steps.length - ended.length).toBeLessThanOrEqual(1);
		});
	});

	it('no more than one step is pending, and only its performers are asked', () => {
		always(({ attempt, asked, context, pending, standing }) => {
			const now = asked.filter((one) => one.attempt === attempt);
			const operations = now.map(({ peer: who, step }) => `${who} ${step}`);
			expect(new Set(operations).size).toBe(operations.length);
			if (pending.length === 0 || standing === 'refused' || standing === 'reading') return;
			expect(performers(STEPS[context.done]!)).toEqual(expect.arrayContaining(pending));
			expect(context.waiting).toEqual(expect.arrayContaining(pending));
		});
	});

	it('nobody is asked for anything while the learner reads, unless a step was given up', () => {
		always(({ standing, pending, context }) => {
			if (standing === 'reading' && context.stale !== 'failed') expect(pending).toEqual([]);
		});
	});

	it('two connections are open', () => {
		always(({ opened }) => expect(opened).toBe(2));
	});

	it('an error is there while a step is refused, and only then', () => {
		always(({ standing, context }) => {
			expect(context.error !== null).toBe(standing === 'refused');
		});
	});

	it('Play stops when a step is refused', () => {
		always((walk, before) => {
			if (refusalsOf(walk) > before.refusals) expect(walk.pace).toBe('paused');
		});
	});
});

describe('one press of Next', () => {
	it('performs at most one step where the peers are as they should be', () => {
		fc.assert(
			fc.property(begins, happenings, (first, events) => {
				const walk = scriptedWalk({ at: first }).begin();
				for (const { act } of events) {
					act(walk);
					if (walk.standing !== 'reading' || walk.context.stale) continue;
					const { done } = walk.context;
					const { attempt } = walk;
					walk.next();
					if (walk.context.cursor === null) expect(walk.attempt).toBe(attempt);
					expect(walk.context.done - done).toBeLessThanOrEqual(1);
				}
			}),
			{ numRuns: RUNS }
		);
	});

	it('leads from wherever somebody reads to the next moment, lost pair or not', () => {
		fc.assert(
			fc.property(begins, happenings, (first, events) => {
				const walk = scriptedWalk({ at: first }).begin();
				for (const { act } of events) {
					act(walk);
					const { at: from, cursor } = walk.context;
					if (walk.standing !== 'reading' || cursor !== null) continue;
					walk.next();
					if (isRefused(walk)) continue;
					expect(walk.context.at).toBe(Math.min(from + 1, MOMENTS.length - 1));
				}
			}),
			{ numRuns: RUNS }
		);
	});
});

describe('a press that does not ask for steps', () => {
	it('leaves the number of performed steps as it was: another source, a cursor, a speed', () => {
		fc.assert(
			fc.property(begins, happenings, pressed, (first, events, last) => {
				const walk = scriptedWalk({ at: first }).begin();
				for (const { act } of events) act(walk);
				if (!['source.choose', 'cursor.set', 'speed.choose', 'pace.choose'].includes(last.type))
					return;
				if (walk.standing !== 'reading') return;
				const { done, at: from } = walk.context;
				walk.send(last);
				if (isRefused(walk)) return;
				expect(walk.context).toMatchObject({ done, at: from });
			}),
			{ numRuns: 3 * RUNS }
		);
	});
});

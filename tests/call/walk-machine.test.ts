import { describe, expect, it } from 'vitest';
import { performers, STEPS } from '../../src/lib/steps';
import {
	DENIED,
	momentOf,
	MOMENTS,
	operationsOf,
	scriptedWalk,
	stepsBefore,
	type ScriptedWalk
} from './scripted';

const ALL = STEPS.map(({ id }) => id);
const LAST = MOMENTS.length - 1;

/** A walk that has come by Next alone to the moment before a step. */
function readingBefore(step: string, input: Parameters<typeof scriptedWalk>[0] = {}) {
	return scriptedWalk(input).begin().next(momentOf(step));
}

/** A walk in which a step was refused. */
function refusedAt(step: string, input: Parameters<typeof scriptedWalk>[0] = {}) {
	return readingBefore(step, input).refuse(step).next();
}

const operations = (walk: ScriptedWalk, attempt = walk.attempt) =>
	walk.asked.filter((one) => one.attempt === attempt).map(({ peer, step }) => `${peer} ${step}`);

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
		expect(operations(walk)).toEqual(operationsOf(ALL));
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
		expect(operations(walk).filter((one) => one === 'john john-creates-offer')).toHaveLength(1);
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
		expect(operations(walk)).toEqual(operationsOf(ALL.slice(0, walk.context.done)));
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
		expect(operations(walk)).toEqual(
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

describe('a step that is refused', () => {
	it('says who was refused what, and stays before the step', () => {
		const walk = refusedAt('john-gets-media');
		expect([walk.standing, walk.context.at]).toEqual(['refused', momentOf('john-gets-media')]);
		expect(walk.context.error).toEqual({ peer: 'john', step: 'john-gets-media', error: DENIED });
		expect(walk.log.at(-1)).toEqual({ attempt: 1, what: 'fail', detail: 'john-gets-media' });
	});

	it.each(['next', 'retry'] as const)('is tried again on fresh peers by %s', (event) => {
		const walk = refusedAt('john-gets-media').allow('john-gets-media').send(event);
		expect(walk.context).toMatchObject({
			at: momentOf('john-gets-media', 'after'),
			error: null,
			reason: 'retry'
		});
		expect(walk.ended).toEqual(ALL.slice(0, 2));
		expect(walk.attempt).toBe(2);
	});

	it('may be refused again and again', () => {
		const walk = refusedAt('john-gets-media').send('retry', 'retry');
		expect([walk.standing, walk.attempt]).toEqual(['refused', 3]);
		walk.allow('john-gets-media').send('retry');
		expect(walk.context.at).toBe(momentOf('john-gets-media', 'after'));
	});

	it('is performed from another source at one press', () => {
		const walk = refusedAt('john-gets-media').allow('john-gets-media');
		walk.send({ type: 'source.choose', peer: 'john', source: 'pattern' });
		expect(walk.context).toMatchObject({
			at: momentOf('john-gets-media', 'after'),
			error: null,
			reason: 'source'
		});
		expect(walk.asked.at(-1)).toMatchObject({ step: 'john-gets-media', source: 'pattern' });
	});

	it.each(['dismiss', 'back'] as const)('is given up by %s, and tried afresh by Next', (event) => {
		const walk = refusedAt('jane-gets-media').send(event);
		expect(walk.context).toMatchObject({
			at: momentOf('jane-gets-media'),
			stale: 'failed',
			error: null
		});
		expect([walk.standing, walk.attempt]).toEqual(['reading', 1]);
		walk.allow('jane-gets-media').next();
		expect([walk.attempt, walk.context.at]).toEqual([2, momentOf('jane-gets-media', 'after')]);
	});

	it('by one of two that perform it is refused, whatever the other does', () => {
		const walk = readingBefore('remaining-candidates');
		walk.automatic = false;
		walk.next().perform('john').perform('jane', DENIED);
		expect([walk.standing, walk.context.error?.peer]).toEqual(['refused', 'jane']);
		const late = readingBefore('remaining-candidates');
		late.automatic = false;
		late.next().perform('john', DENIED).perform('jane');
		expect(late.standing).toBe('refused');
		expect(late.context.done).toBe(stepsBefore('remaining-candidates'));
	});

	it('during a replay is tried again, and the replay goes on to its end', () => {
		const walk = scriptedWalk({ at: momentOf('john-sends-offer') })
			.refuse('john-gets-media')
			.begin();
		expect(walk.standing).toBe('refused');
		walk.allow('john-gets-media').send('retry');
		expect([walk.standing, walk.context.at, walk.context.done]).toEqual([
			'reading',
			momentOf('john-sends-offer'),
			5
		]);
	});

	it('during a replay is given up at the moment before it', () => {
		const walk = scriptedWalk({ at: momentOf('john-sends-offer') })
			.refuse('john-gets-media')
			.begin()
			.send('dismiss');
		expect(walk.context).toMatchObject({ at: momentOf('john-gets-media'), done: 1 });
		expect(walk.standing).toBe('reading');
	});

	it('cannot be retried or dismissed where nothing was refused', () => {
		const snapshot = scriptedWalk().begin().actor.getSnapshot();
		expect(snapshot.can({ type: 'retry' })).toBe(false);
		expect(snapshot.can({ type: 'dismiss' })).toBe(false);
	});
});

describe('a replay that was given up', () => {
	it('does not run on when another source is chosen later', () => {
		const walk = readingBefore('john-creates-offer', {
			sources: { john: 'pattern', jane: 'camera' }
		})
			.refuse('jane-gets-media')
			.send({ type: 'run.to', at: momentOf('john-hangs-up') });
		expect(walk.standing).toBe('refused');
		walk.send('dismiss').allow('jane-gets-media');
		walk.send({ type: 'source.choose', peer: 'john', source: 'none' });
		expect(walk.context).toMatchObject({
			at: momentOf('jane-gets-media'),
			done: stepsBefore('jane-gets-media')
		});
	});

	it('does not go on to a later moment when another source is chosen later', () => {
		const walk = refusedAt('jane-creates-answer', { sources: { john: 'pattern', jane: 'camera' } })
			.refuse('jane-gets-media')
			.send('retry', 'dismiss')
			.allow('jane-gets-media');
		expect(walk.context.at).toBe(momentOf('jane-gets-media'));
		walk.send({ type: 'source.choose', peer: 'john', source: 'none' });
		expect(walk.context).toMatchObject({
			at: momentOf('jane-gets-media'),
			done: stepsBefore('jane-gets-media')
		});
	});
});

describe('a source that is chosen', () => {
	const choose = (source: 'camera' | 'pattern' | 'none', peer: 'john' | 'jane' = 'john') =>
		({ type: 'source.choose', peer, source }) as const;

	it('before its peer has its media is what that step uses', () => {
		const walk = readingBefore('john-gets-media').send(choose('none'));
		expect(walk.attempt).toBe(1);
		walk.next();
		expect(walk.asked.at(-1)).toMatchObject({ step: 'john-gets-media', source: 'none' });
	});

	it('while its media is in use brings fresh peers to the same moment', () => {
		const walk = readingBefore('jane-creates-answer').send(choose('none'));
		expect(walk.context).toMatchObject({
			at: momentOf('jane-creates-answer'),
			done: stepsBefore('jane-creates-answer'),
			reason: 'source'
		});
		expect(walk.attempt).toBe(2);
		expect(walk.asked.findLast(({ step }) => step === 'john-gets-media')!.source).toBe('none');
	});

	it('by whoever looks back brings fresh peers to the head, and keeps what is looked at', () => {
		const walk = readingBefore('jane-creates-answer').send('back', 'back', choose('none'));
		expect(walk.context).toMatchObject({
			at: momentOf('jane-creates-answer') - 2,
			done: stepsBefore('jane-creates-answer')
		});
	});

	it('again changes nothing', () => {
		const walk = readingBefore('jane-creates-answer').send(choose('camera'));
		expect(walk.attempt).toBe(1);
		expect(walk.actor.getSnapshot().can(choose('camera'))).toBe(false);
	});

	it('while the camera is asked for performs the step from it, on fresh peers', () => {
		const walk = readingBefore('john-gets-media');
		walk.automatic = false;
		walk.next();
		walk.automatic = true;
		walk.send(choose('pattern'));
		expect(walk.context).toMatchObject({ at: momentOf('john-gets-media', 'after'), done: 2 });
		expect(walk.asked.at(-1)).toMatchObject({ attempt: 2, source: 'pattern' });
	});

	it('while a replay asks for the camera is what the replay uses', () => {
		const walk = scriptedWalk({ at: momentOf('john-creates-offer') });
		walk.automatic = false;
		walk.begin().perform('john');
		expect(walk.asked.at(-1)).toMatchObject({ step: 'john-gets-media', source: 'camera' });
		walk.automatic = true;
		walk.send(choose('pattern'));
		expect(walk.asked.findLast(({ step }) => step === 'john-gets-media')).toMatchObject({
			source: 'pattern'
		});
		expect([walk.standing, walk.context.at, walk.context.done]).toEqual([
			'reading',
			momentOf('john-creates-offer'),
			3
		]);
	});

	it('after hanging up is kept for the next call', () => {
		const walk = scriptedWalk().begin().next(LAST).send(choose('none'));
		expect(walk.attempt).toBe(1);
		expect(walk.context.sources.john).toBe('none');
	});

	it('and refused, to whoever looks back, brings the call back to where it was', () => {
		const walk = readingBefore('john-sends-candidate').send('back');
		const { at, done } = walk.context;
		walk.refuse('jane-gets-media').send({ type: 'go.to', at: momentOf('john-adds-tracks') });
		walk.send(choose('camera', 'jane'));
		expect(walk.standing).toBe('refused');
		walk.allow('jane-gets-media').send(choose('pattern', 'jane'));
		expect(walk.standing).toBe('reading');
		expect(at).toBeGreaterThan(walk.context.at);
		expect(walk.context).toMatchObject({ at: momentOf('john-adds-tracks'), done });
	});
});

describe('Restart', () => {
	it('brings fresh peers, and performs nothing', () => {
		const walk = scriptedWalk().begin().next(10).send('restart');
		expect(walk.context).toMatchObject({ at: 0, done: 0, reason: 'restart' });
		expect([walk.attempt, walk.opened]).toEqual([2, 2]);
		expect(operations(walk)).toEqual([]);
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
		expect(operations(walk)).toEqual(
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
		expect(operations(walk)).toEqual(operationsOf(ALL.slice(0, 5)));
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
		expect(operations(walk)).toEqual(operationsOf(ALL));
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

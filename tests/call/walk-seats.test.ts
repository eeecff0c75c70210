import { describe, expect, it } from 'vitest';
import {
	ALL,
	momentOf,
	operationsIn,
	operationsOf,
	readingBefore,
	refusedAt,
	scriptedWalk,
	stepsBefore
} from './scripted';

const left = (peer: 'john' | 'jane') => ({ type: 'seat.left', peer }) as const;
const taken = (peer: 'john' | 'jane') => ({ type: 'seat.taken', peer }) as const;

/** A walk in which Jane has left before John sets the remote description. */
const parted = () => readingBefore('john-sets-remote-description').send(left('jane'));

describe('a seat that is left', () => {
	it('keeps the moment readable, and lets nothing be performed', () => {
		const walk = parted();
		expect([walk.standing, walk.attempt, walk.context.absent]).toEqual(['parted', 1, ['jane']]);
		expect(walk.actor.getSnapshot().can({ type: 'next' })).toBe(false);
		walk.next();
		expect(walk.attempt).toBe(1);
		expect(operationsIn(walk)).not.toContain('john john-sets-remote-description');
	});

	it('lets one look back, and forward again as far as was performed', () => {
		const walk = parted().send('back', 'back');
		expect(walk.context.at).toBe(momentOf('john-sets-remote-description') - 2);
		walk.next(5);
		expect(walk.context.at).toBe(momentOf('john-sets-remote-description'));
	});

	it('is replayed to the same moment once it is taken again', () => {
		const walk = parted().send(taken('jane'));
		expect([walk.standing, walk.attempt]).toEqual(['reading', 2]);
		expect(walk.context).toMatchObject({ reason: 'seat', absent: [], stale: null });
		expect(walk.context.at).toBe(momentOf('john-sets-remote-description'));
		expect(operationsIn(walk)).toEqual(
			operationsOf(ALL.slice(0, stepsBefore('john-sets-remote-description')))
		);
	});

	it('is waited for until both are there, where both have left', () => {
		const walk = parted().send(left('john'), taken('jane'));
		expect(walk.standing).toBe('parted');
		walk.send(taken('john'));
		expect([walk.standing, walk.attempt]).toEqual(['reading', 2]);
	});

	it('is not missed where its peer has performed nothing', () => {
		const walk = readingBefore('john-creates-offer').send(left('jane'));
		expect([walk.standing, walk.context.absent]).toEqual(['reading', ['jane']]);
		walk.next();
		expect(walk.context.at).toBe(momentOf('john-creates-offer', 'after'));
	});

	it('is not missed after the call has ended', () => {
		const walk = readingBefore('john-hangs-up').next().send(left('jane'));
		expect(walk.standing).toBe('reading');
	});

	it('does not stop a pair from being lost twice', () => {
		const walk = parted().lose('john');
		expect([walk.standing, walk.context.stale]).toEqual(['parted', null]);
	});

	it('pauses Play', () => {
		const walk = readingBefore('john-sets-remote-description').send('play', left('jane'));
		expect(walk.pace).toBe('paused');
	});

	it('that is left while its step is performed has the step performed when it is back', () => {
		const walk = readingBefore('jane-creates-answer');
		walk.automatic = false;
		walk.next().send(left('jane'));
		expect(walk.standing).toBe('parted');
		walk.automatic = true;
		walk.send(taken('jane'));
		expect(walk.context.at).toBe(momentOf('jane-creates-answer', 'after'));
		expect(walk.ended).toEqual(ALL.slice(0, stepsBefore('jane-creates-answer') + 1));
	});

	it('that is left in the middle of a replay has the replay finished when it is back', () => {
		const at = momentOf('john-hangs-up');
		const walk = scriptedWalk({ at });
		walk.automatic = false;
		walk.begin();
		for (let step = 0; step < 8; step += 1) walk.perform('john').perform('jane');
		expect(walk.standing).toBe('replaying');
		walk.send(left('jane'));
		walk.automatic = true;
		walk.send(taken('jane'));
		expect([walk.standing, walk.context.at]).toEqual(['reading', at]);
		expect(walk.context.done).toBe(stepsBefore('john-hangs-up'));
	});

	it('that is left at a step that was refused in a replay has the replay finished when it is back', () => {
		const at = momentOf('john-adds-candidate');
		const walk = readingBefore('john-adds-candidate').send(left('jane'));
		walk.refuse('jane-sends-candidate').send(taken('jane'));
		expect([walk.standing, walk.context.at]).toEqual(['refused', at]);
		walk.send(left('jane'));
		expect([walk.standing, walk.context.error]).toEqual(['parted', null]);
		walk.allow('jane-sends-candidate').send(taken('jane'));
		expect([walk.standing, walk.context.at]).toEqual(['reading', at]);
		expect(walk.context.done).toBe(stepsBefore('john-adds-candidate'));
	});

	it('that is left at a step that was refused gives the step up', () => {
		const walk = refusedAt('john-sets-remote-description').send(left('jane'));
		expect([walk.standing, walk.context.error]).toEqual(['parted', null]);
		walk.allow('john-sets-remote-description').send(taken('jane'));
		expect(walk.context.at).toBe(momentOf('john-sets-remote-description'));
	});
});

describe('a walk that is taken over from another tab', () => {
	const gone = { type: 'peers.gone' } as const;

	it('is parted from the peers that it had there', () => {
		expect(readingBefore('john-creates-offer').send(gone).standing).toBe('parted');
	});

	it('after the call stays where it is, and does not seem to play: the beat went with that tab', () => {
		const walk = readingBefore('john-hangs-up').next().send('play');
		expect(walk.pace).toBe('playing');
		walk.send(gone);
		expect([walk.standing, walk.pace]).toEqual(['reading', 'paused']);
	});
});

describe('a step whose seat is empty', () => {
	it('waits, and is performed once the seat is taken', () => {
		const walk = scriptedWalk({ absent: ['jane'] });
		walk.automatic = false;
		walk.begin();
		while (walk.context.at < momentOf('jane-creates-peer-connection')) {
			walk.next().perform('john');
		}
		walk.next();
		expect([walk.standing, walk.pending]).toEqual(['performing', ['jane']]);
		walk.send(taken('jane')).perform('jane');
		expect(walk.context.at).toBe(momentOf('jane-creates-peer-connection', 'after'));
		expect(walk.attempt).toBe(1);
	});

	it('can be given up with Back', () => {
		const walk = readingBefore('jane-creates-peer-connection', { absent: ['jane'] });
		walk.automatic = false;
		walk.next().send('back');
		expect([walk.standing, walk.context.at]).toEqual([
			'reading',
			momentOf('jane-creates-peer-connection')
		]);
	});

	it('cannot be given up with Back where the seat is taken', () => {
		const walk = readingBefore('jane-creates-peer-connection');
		walk.automatic = false;
		walk.next().send('back');
		expect(walk.standing).toBe('performing');
	});
});

import { describe, expect, it } from 'vitest';
import {
	ALL,
	DENIED,
	MOMENTS,
	momentOf,
	readingBefore,
	refusedAt,
	scriptedWalk,
	stepsBefore
} from './scripted';

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

	it('is given up where a slide behind it is opened, and tried afresh by Next', () => {
		const walk = refusedAt('jane-gets-media').send({ type: 'go.to', at: 0 });
		expect(walk.context).toMatchObject({ at: 0, error: null, stale: 'failed' });
		expect([walk.standing, walk.attempt]).toEqual(['reading', 1]);
		walk.send({ type: 'go.to', at: momentOf('jane-gets-media') });
		walk.allow('jane-gets-media').next();
		expect([walk.attempt, walk.context.at]).toEqual([2, momentOf('jane-gets-media', 'after')]);
	});

	it('is tried again on the way to a slide ahead that is opened, on fresh peers', () => {
		const ahead = momentOf('john-adds-candidate');
		const walk = refusedAt('jane-gets-media').allow('jane-gets-media');
		walk.send({ type: 'go.to', at: ahead });
		expect(walk.context).toMatchObject({ at: ahead, error: null, reason: 'retry' });
		expect([walk.standing, walk.attempt]).toEqual(['reading', 2]);
		expect(walk.ended).toEqual(ALL.slice(0, walk.context.done));
	});

	it('stays where a slide is opened that there is not', () => {
		const walk = refusedAt('jane-gets-media').send({ type: 'go.to', at: MOMENTS.length });
		expect([walk.standing, walk.attempt]).toEqual(['refused', 1]);
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

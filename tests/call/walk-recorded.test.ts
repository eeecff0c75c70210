import { describe, expect, it } from 'vitest';
import { momentOf, readingBefore, refusedAt, scriptedWalk, stepsBefore } from './scripted';

const RECORDED = { type: 'recording.choose', isOn: true } as const;
const LIVE = { type: 'recording.choose', isOn: false } as const;

describe('a recorded call that takes the place of the peers', () => {
	it('stands at the moment that is read, with the test pattern on both sides', () => {
		const walk = readingBefore('jane-creates-answer').send(RECORDED);
		expect(walk.context).toMatchObject({
			at: momentOf('jane-creates-answer'),
			done: stepsBefore('jane-creates-answer'),
			sources: { john: 'pattern', jane: 'pattern' },
			reason: 'recorded'
		});
		expect([walk.standing, walk.attempt]).toEqual(['reading', 2]);
	});

	it('to whoever looks back comes no further than what is looked at', () => {
		const walk = readingBefore('jane-creates-answer').send('back', 'back', RECORDED);
		const at = momentOf('jane-creates-answer') - 2;
		expect(walk.context).toMatchObject({ at, done: walk.context.moments[at]!.steps });
	});

	it('goes on at once with the step that was refused', () => {
		const walk = refusedAt('john-creates-peer-connection').allow('john-creates-peer-connection');
		walk.send(RECORDED);
		expect(walk.context).toMatchObject({
			at: momentOf('john-creates-peer-connection', 'after'),
			error: null,
			reason: 'recorded'
		});
	});

	it('goes on at once with the step that is pending', () => {
		const walk = readingBefore('john-gets-media');
		walk.automatic = false;
		walk.next();
		walk.automatic = true;
		walk.send(RECORDED);
		expect(walk.context).toMatchObject({ at: momentOf('john-gets-media', 'after'), done: 2 });
	});

	it('goes on at once to the moment that a replay was to reach', () => {
		const walk = scriptedWalk({ at: momentOf('john-sends-offer') })
			.refuse('john-gets-media')
			.begin();
		walk.allow('john-gets-media').send(RECORDED);
		expect(walk.context).toMatchObject({
			at: momentOf('john-sends-offer'),
			done: stepsBefore('john-sends-offer')
		});
	});

	it('has no camera that could be asked for', () => {
		const walk = refusedAt('john-gets-media').allow('john-gets-media').send(RECORDED);
		expect(walk.asked.at(-1)).toMatchObject({ step: 'john-gets-media', source: 'pattern' });
		expect(walk.attempt).toBe(2);
	});
});

describe('fresh peers in place of a recorded call', () => {
	it('stand at the moment that is read, with the sources as they are', () => {
		const walk = readingBefore('jane-creates-answer').send(RECORDED, LIVE);
		expect(walk.context).toMatchObject({
			at: momentOf('jane-creates-answer'),
			sources: { john: 'pattern', jane: 'pattern' },
			reason: 'live'
		});
		expect(walk.attempt).toBe(3);
	});
});

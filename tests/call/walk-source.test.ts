import { describe, expect, it } from 'vitest';
import { LAST, momentOf, readingBefore, scriptedWalk, stepsBefore } from './scripted';

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

describe('a camera that is replaced in the middle of a call', () => {
	const replace = (peer: 'john' | 'jane' = 'john') => ({ type: 'source.replace', peer }) as const;

	it('is replaced by its own peer, and the call goes on', () => {
		const walk = readingBefore('jane-creates-answer');
		const { at, done } = walk.context;
		walk.send(replace());
		expect(walk.replaced).toEqual(['john']);
		expect([walk.attempt, walk.standing]).toEqual([1, 'reading']);
		expect(walk.context).toMatchObject({ at, done, sources: { john: 'pattern' } });
	});

	it('while a step is under way leaves the step as it is', () => {
		const walk = readingBefore('jane-creates-answer');
		walk.automatic = false;
		walk.next().send(replace()).perform('jane');
		expect(walk.replaced).toEqual(['john']);
		expect(walk.context.at).toBe(momentOf('jane-creates-answer', 'after'));
	});

	it('is the test pattern for fresh peers, too', () => {
		const walk = readingBefore('jane-creates-answer').send(replace()).send('restart').next(4);
		expect(walk.asked.findLast(({ step }) => step === 'john-gets-media')!.source).toBe('pattern');
	});

	it.each([
		['that is none', readingBefore('jane-creates-answer'), replace('jane')],
		['that is not there yet', readingBefore('john-gets-media'), replace()],
		['after hanging up', scriptedWalk().begin().next(LAST), replace()]
	])('is left alone %s', (_, walk, event) => {
		expect(walk.actor.getSnapshot().can(event)).toBe(false);
		walk.send(event);
		expect(walk.replaced).toEqual([]);
	});
});

import { afterEach, describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import { createWalk, type LocalWalk } from '../../src/lib/call/walk';

import { reduce, stateOf } from '../../src/lib/trace';
import { settled } from './settled';
import { CALL, OPERABLE, STEPS } from './course';

/** A deck of steps alone: each has a moment before and one after. */
const moments = momentsOf(
	CALL,
	STEPS.map(({ id }) => ({ slug: id, step: id }))
);
const before = (id: string) =>
	moments.findIndex((moment) => moment.step === id && moment.kind === 'before');

let walk: LocalWalk | undefined;

function begin(at = 0, sources = { john: 'pattern', jane: 'pattern' } as const) {
	walk = createWalk({ course: CALL, moments, at, sources, speed: 1 }, OPERABLE);
	walk.begin();
	return walk;
}

afterEach(() => {
	walk?.end();
	walk = undefined;
});

describe('a walk with two real peers', () => {
	it('leads by Next alone from nothing to a connected call', async () => {
		const { actor, trace, live } = begin();
		for (let press = 0; press < before('john-hangs-up'); press += 1) {
			actor.send({ type: 'next' });
			await settled(walk!);
		}
		await expect.poll(() => live.john.pc?.connectionState).toBe('connected');
		await expect.poll(() => live.jane.pc?.connectionState).toBe('connected');
		await expect
			.poll(() => reduce(trace.entries).peers.jane.milestones.firstFrame, { timeout: 10_000 })
			.toBeDefined();
		expect(actor.getSnapshot().context.done).toBe(STEPS.length - 1);
	});

	it('performs everything up to a moment in one go, and shows the same states as a slow walk', async () => {
		const { trace } = begin(before('jane-creates-answer'));
		await settled(walk!);
		const view = reduce(trace.entries);
		expect(view.steps.map(({ id }) => id)).toEqual(STEPS.slice(0, 10).map(({ id }) => id));
		expect(stateOf(view.peers.john, 'signalingState')).toBe('have-local-offer');
		expect(stateOf(view.peers.jane, 'signalingState')).toBe('have-remote-offer');
		expect(view.peers.jane.descriptions.pendingRemoteDescription?.type).toBe('offer');
	});

	it('keeps the states of its peers equal to those of the real connections', async () => {
		const { actor, live } = begin();
		for (const press of moments.slice(1)) {
			actor.send({ type: 'next' });
			await settled(walk!);
			for (const peer of ['john', 'jane'] as const) {
				const value = actor.getSnapshot().children[peer]!.getSnapshot().value;
				const real = live[peer].pc?.signalingState ?? 'absent';
				expect(value.signaling, `${peer} at ${press.slug}`).toBe(real);
			}
		}
	});

	it('sends nothing and still receives where the source is nothing', async () => {
		const { trace } = begin(before('john-hangs-up'), { john: 'none', jane: 'pattern' } as never);
		await settled(walk!);
		await expect
			.poll(() => reduce(trace.entries).peers.john.milestones.firstFrame, { timeout: 10_000 })
			.toBeDefined();
		expect(reduce(trace.entries).peers.jane.remoteTracks).toEqual([]);
	});
});

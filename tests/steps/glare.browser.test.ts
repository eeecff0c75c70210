import { afterEach, describe, expect, it } from 'vitest';
import { steps as call } from '../../src/lib/steps/call';
import { steps as glare } from '../../src/lib/steps/glare';
import type { PeerName } from '../../src/lib/trace';
import { PATIENCE, signaling } from './seen/look';
import { TwoPeers } from './two-peers';

const BEFORE = call.slice(0, call.findIndex(({ id }) => id === 'remaining-candidates') + 1);
const OFFERS = glare.slice(0, glare.findIndex(({ id }) => id === 'jane-offers') + 1);

let two: TwoPeers;
afterEach(() => two.end());

/** John and Jane in the call, without anything to send of their own, and both offers under way. */
async function bothHaveOffered(): Promise<void> {
	two = new TwoPeers({ john: 'none', jane: 'none' }, 'held');
	for (const step of [...BEFORE, ...OFFERS]) await two.perform(step);
}

const take = async (peer: PeerName) => {
	const { description } = await two[peer].receive('description');
	await two[peer].pc.setRemoteDescription(description);
};
const answer = async (peer: PeerName) => {
	await two[peer].pc.setLocalDescription();
	two[peer].send({ description: two[peer].pc.localDescription });
};
const refusal = (promise: Promise<void>) =>
	promise.then(
		() => 'accepted',
		({ name }: DOMException) => name
	);

describe('two offers that cross', () => {
	it('are both lost where both give way: each answer is refused', async () => {
		await bothHaveOffered();
		await Promise.all([take('john'), take('jane')]);
		expect(signaling(two)).toEqual(['have-remote-offer', 'have-remote-offer']);
		await Promise.all([answer('john'), answer('jane')]);
		expect(await Promise.all([refusal(take('john')), refusal(take('jane'))])).toEqual([
			'InvalidStateError',
			'InvalidStateError'
		]);
	});

	it('call for another where one is rolled back by itself, before the other is set', async () => {
		await bothHaveOffered();
		const { pc } = two.jane;
		const told = two.count('jane', 'negotiationneeded');
		await pc.setLocalDescription({ type: 'rollback' });
		expect([pc.signalingState, pc.pendingLocalDescription]).toEqual(['stable', null]);
		await expect.poll(() => two.count('jane', 'negotiationneeded'), PATIENCE).toBe(told + 1);
		await take('jane');
		expect(pc.signalingState).toBe('have-remote-offer');
	});
});

import type { WalkContext } from '$lib/call/walk-types';
import { PEER_NAMES, stateOf, type PeerName, type SessionView } from '$lib/trace';

/** The step that is over when neither has anything more to hand over. */
const HANDS_ALL_OVER = 'remaining-candidates';

/**
 * The peers for whose browsers a step waits that hands over all that they find: they still look for addresses
 * of their own.
 */
export function gatheringIn(
	{ peers, steps }: SessionView,
	{ waiting }: Pick<WalkContext, 'waiting'>
): PeerName[] {
	const step = steps.at(-1);
	if (step?.id !== HANDS_ALL_OVER || step.status !== 'pending' || waiting.length === 0) return [];
	return PEER_NAMES.filter((peer) => stateOf(peers[peer], 'iceGatheringState') === 'gathering');
}

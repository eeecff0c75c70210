import type { WalkContext } from '$lib/call/walk-types';
import { PEER_NAMES, stateOf, type PeerName, type SessionView } from '$lib/trace';

/**
 * The peers whose browsers still look for addresses of their own, while a step is under way that hands over all that
 * they find.
 */
export function gatheringIn(
	{ peers }: SessionView,
	{ course, done, waiting }: Pick<WalkContext, 'course' | 'done' | 'waiting'>
): PeerName[] {
	if (waiting.length === 0 || !course.steps[done]?.gathers) return [];
	return PEER_NAMES.filter((peer) => stateOf(peers[peer], 'iceGatheringState') === 'gathering');
}

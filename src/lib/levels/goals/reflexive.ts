import { NAMES } from '../../trace/names.ts';
import { otherPeer } from '../../trace/entry.ts';
import { candidatesGiven } from './given.ts';
import { connectedSince, type Goal } from './goal.ts';

/**
 * The pair that a peer uses ends at a peer-reflexive candidate, learnt from a check (RFC 8445, 7.3.1.3), and nobody
 * told that peer of any other: Firefox may go on to call a candidate so that it is told of later.
 */
export const reflexive: Goal = (standing) => {
	const since = connectedSince(standing);
	const { view, peer = 'john' } = standing;
	const { stats, milestones } = view.peers[peer];
	const isReflexive = stats?.selected?.remote.type === 'prflx';
	if (since === null || !isReflexive || candidatesGiven(view, peer) > 0) return null;
	return {
		proof: `${NAMES[peer]}’s pair ends at a peer-reflexive candidate, and nobody had told ${NAMES[peer]} an address of ${NAMES[otherPeer(peer)]}’s.`,
		seq: Math.max(since, milestones.selected ?? 0)
	};
};

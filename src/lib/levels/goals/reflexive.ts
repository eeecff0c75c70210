import { NAMES } from '../../trace/names.ts';
import { otherPeer } from '../../trace/entry.ts';
import { connectedSince, type Goal } from './goal.ts';

/**
 * The pair that a peer uses ends at a peer-reflexive candidate: an address that no signaling told, learnt from a
 * check (RFC 8445, 7.3.1.3).
 */
export const reflexive: Goal = (standing) => {
	const since = connectedSince(standing);
	const { view, peer = 'john' } = standing;
	const { stats, milestones } = view.peers[peer];
	if (since === null || stats?.selected?.remote.type !== 'prflx') return null;
	return {
		proof: `${NAMES[peer]} uses a pair whose other end is peer-reflexive: nobody told him or her ${NAMES[otherPeer(peer)]}’s address.`,
		seq: Math.max(since, milestones.selected ?? 0)
	};
};

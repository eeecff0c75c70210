import { PEER_NAMES } from '../../trace/entry.ts';
import { stateOf, type StateChange } from '../../trace/view-peer.ts';
import { connectedSince, type Goal } from './goal.ts';

/** Both had an offer out at the same time, and afterwards both are `stable` and connected (RFC 9429, 4.1.10.2). */
export const glareResolved: Goal = (standing) => {
	const since = connectedSince(standing);
	const { peers } = standing.view;
	const isStable = PEER_NAMES.every((name) => stateOf(peers[name], 'signalingState') === 'stable');
	const [john, jane] = PEER_NAMES.map((name) => offersOut(peers[name].states.signalingState));
	const crossed = john!.find((his) =>
		jane!.some((hers) => his.from < hers.until && hers.from < his.until)
	);
	if (since === null || !isStable || !crossed) return null;
	return {
		proof: 'Both had an offer out at the same time; now both are stable, and connected.',
		seq: Math.max(since, crossed.from)
	};
};

/** From which entry to which a peer had an offer of its own out. */
function offersOut(changes: readonly StateChange[]): { from: number; until: number }[] {
	return changes.flatMap(({ value, seq }, at) =>
		value === 'have-local-offer' ? [{ from: seq, until: changes[at + 1]?.seq ?? Infinity }] : []
	);
}

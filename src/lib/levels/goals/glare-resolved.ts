import { PEER_NAMES } from '../../trace/entry.ts';
import { stateOf, type StateChange } from '../../trace/view-peer.ts';
import {
	both,
	connectedAt,
	each,
	latest,
	outcome,
	throughAndConnected,
	type Goal
} from './goal.ts';

/** Both had an offer out at the same time, and afterwards both are `stable` and connected (RFC 9429, 4.1.10.2). */
export const glareResolved: Goal = (standing) => {
	const { peers } = standing.view;
	const [john, jane] = PEER_NAMES.map((name) => offersOut(peers[name].states.signalingState));
	const crossed = john!.find((his) =>
		jane!.some((hers) => his.from < hers.until && hers.from < his.until)
	);
	const conditions = [
		{
			wanted: 'Both had an offer out at the same time.',
			isMet: crossed !== undefined,
			now: john!.length + jane!.length > 0 ? 'one alone, or one after the other' : 'nobody'
		},
		{
			wanted: 'Both are stable.',
			isMet: both(peers, (peer) => stateOf(peer, 'signalingState') === 'stable'),
			now: each((name) => stateOf(peers[name], 'signalingState') ?? 'without a connection')
		},
		...throughAndConnected(standing)
	];
	return outcome(conditions, () => ({
		proof: 'Both had an offer out at the same time; now both are stable, and connected.',
		seq: latest([connectedAt(standing), crossed!.from])
	}));
};

/** From which entry to which a peer had an offer of its own out. */
function offersOut(changes: readonly StateChange[]): { from: number; until: number }[] {
	return changes.flatMap(({ value, seq }, at) =>
		value === 'have-local-offer' ? [{ from: seq, until: changes[at + 1]?.seq ?? Infinity }] : []
	);
}

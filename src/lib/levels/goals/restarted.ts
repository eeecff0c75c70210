import { descriptionsSet, shown, ufragOf } from '../../predict/reading.ts';
import { PEER_NAMES } from '../../trace/entry.ts';
import { connectedSince, type Goal } from './goal.ts';

/** What an ICE connection must not be in meanwhile: the picture would stop. */
const DOWN: ReadonlySet<string> = new Set(['disconnected', 'failed']);

/** Both sides agreed on other ICE credentials while they were connected, and stayed so (RFC 8445, 9). */
export const restarted: Goal = (standing) => {
	const since = connectedSince(standing);
	const { view } = standing;
	const entries = shown(view, standing.entries);
	if (since === null) return null;
	const changes = PEER_NAMES.map((name) => {
		const set = descriptionsSet(entries, name, 'currentLocalDescription');
		const last = set.at(-1);
		const isOther = set.length > 1 && ufragOf(last!.sdp) !== ufragOf(set[0]!.sdp);
		return isOther ? last!.seq : Infinity;
	});
	const seq = Math.max(...changes);
	const isUp = PEER_NAMES.every((name) => {
		const { states, milestones } = view.peers[name];
		const first = milestones.connected ?? Infinity;
		return (
			first < seq &&
			!states.iceConnectionState.some((one) => one.seq > first && DOWN.has(one.value))
		);
	});
	return seq === Infinity || !isUp
		? null
		: {
				proof:
					'Both have other ICE credentials than the call began with, and neither was ever disconnected.',
				seq
			};
};

import { descriptionsSet, shown, ufragOf } from '../../predict/reading.ts';
import { PEER_NAMES } from '../../trace/entry.ts';
import { both, each, latest, outcome, throughAndConnected, type Goal } from './goal.ts';

/** What an ICE connection must not be in meanwhile: the picture would stop. */
const DOWN: ReadonlySet<string> = new Set(['disconnected', 'failed']);

/** Both sides agreed on other ICE credentials while they were connected, and stayed so (RFC 8445, 9). */
export const restarted: Goal = (standing) => {
	const { view } = standing;
	const { peers } = view;
	const entries = shown(view, standing.entries);
	/** By which entry a peer came by others, after it had been connected; undefined where it has not. */
	const changes = PEER_NAMES.map((name) => {
		const set = descriptionsSet(entries, name, 'currentLocalDescription');
		const last = set.at(-1);
		const isOther = set.length > 1 && ufragOf(last!.sdp) !== ufragOf(set[0]!.sdp);
		return isOther && (peers[name].milestones.connected ?? Infinity) < last!.seq
			? last!.seq
			: undefined;
	});
	const isUp = both(peers, ({ states, milestones }) => {
		const first = milestones.connected ?? Infinity;
		return !states.iceConnectionState.some((one) => one.seq > first && DOWN.has(one.value));
	});
	const conditions = [
		{
			wanted: 'Both have other ICE credentials than the call began with.',
			isMet: changes.every((seq) => seq !== undefined),
			now: each((name) =>
				changes[PEER_NAMES.indexOf(name)] === undefined ? 'has the first ones' : 'has others'
			)
		},
		{ wanted: 'Neither was ever disconnected.', isMet: isUp, isLost: !isUp },
		...throughAndConnected(standing)
	];
	return outcome(conditions, () => ({
		proof:
			'Both have other ICE credentials than the call began with, and neither was ever disconnected.',
		seq: latest(changes)
	}));
};

import { PEER_NAMES } from '../../trace/entry.ts';
import { firstOf } from '../../predict/reading.ts';
import { stateOf } from '../../trace/view-peer.ts';
import { both, each, outcome, type Goal } from './goal.ts';

/** ICE found a path on both sides, and the connection failed: the DTLS handshake did (RFC 8827, 5.1). */
export const pathWithoutKeys: Goal = ({ view: { peers } }) => {
	const failed = PEER_NAMES.flatMap(
		(name) => firstOf(peers[name].states.connectionState, 'failed') ?? []
	);
	const stateWords = (attribute: 'iceConnectionState' | 'connectionState') =>
		each((name) => stateOf(peers[name], attribute) ?? 'without a connection');
	const conditions = [
		{
			wanted: 'ICE has connected at both, and has failed at neither.',
			isMet: both(
				peers,
				({ milestones, states }) =>
					milestones.iceConnected !== undefined && !firstOf(states.iceConnectionState, 'failed')
			),
			now: stateWords('iceConnectionState'),
			isLost: PEER_NAMES.some((name) => firstOf(peers[name].states.iceConnectionState, 'failed'))
		},
		{
			wanted: 'A connection has failed.',
			isMet: failed.length > 0,
			now: stateWords('connectionState')
		}
	];
	return outcome(conditions, () => ({
		proof: 'Both had a pair that works, and the connection failed.',
		seq: failed[0]!.seq
	}));
};

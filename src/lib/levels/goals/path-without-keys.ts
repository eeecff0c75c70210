import { PEER_NAMES } from '../../trace/entry.ts';
import { firstOf } from '../../predict/reading.ts';
import type { Goal } from './goal.ts';

/** ICE found a path on both sides, and the connection failed: the DTLS handshake did (RFC 8827, 5.1). */
export const pathWithoutKeys: Goal = ({ view: { peers } }) => {
	const failed = PEER_NAMES.flatMap(
		(name) => firstOf(peers[name].states.connectionState, 'failed') ?? []
	);
	const isPath = PEER_NAMES.every((name) => {
		const { milestones, states } = peers[name];
		return milestones.iceConnected !== undefined && !firstOf(states.iceConnectionState, 'failed');
	});
	return failed.length === 0 || !isPath
		? null
		: { proof: 'Both had a pair that works, and the connection failed.', seq: failed[0]!.seq };
};

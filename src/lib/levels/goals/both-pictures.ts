import { PEER_NAMES } from '../../trace/entry.ts';
import { connectedSince, type Goal } from './goal.ts';

/** Each has decoded a picture of the other. */
export const bothPictures: Goal = (standing) => {
	const since = connectedSince(standing);
	const { peers } = standing.view;
	const frames = PEER_NAMES.map((name) => peers[name].milestones.firstFrame ?? Infinity);
	const seq = Math.max(...frames, since ?? Infinity);
	return seq === Infinity ? null : { proof: 'Both are connected, and each sees the other.', seq };
};

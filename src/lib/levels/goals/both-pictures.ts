import { PEER_NAMES } from '../../trace/entry.ts';
import {
	both,
	connectedAt,
	each,
	latest,
	outcome,
	throughAndConnected,
	type Goal
} from './goal.ts';

/** Each has decoded a picture of the other. */
export const bothPictures: Goal = (standing) => {
	const { peers } = standing.view;
	const conditions = [
		...throughAndConnected(standing),
		{
			wanted: 'Each sees the other.',
			isMet: both(peers, ({ milestones }) => milestones.firstFrame !== undefined),
			now: each((name) =>
				peers[name].milestones.firstFrame === undefined ? 'sees nothing' : 'has a picture'
			)
		}
	];
	return outcome(conditions, () => ({
		proof: 'Both are connected, and each sees the other.',
		seq: latest([
			...PEER_NAMES.map((name) => peers[name].milestones.firstFrame),
			connectedAt(standing)
		])
	}));
};

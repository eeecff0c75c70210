import { connectedAt, outcome, throughAndConnected, type Goal } from './goal.ts';

/** Both connections are up, and the call was gone through to its end. */
export const connected: Goal = (standing) =>
	outcome(throughAndConnected(standing), () => ({
		proof: 'Both are connected.',
		seq: connectedAt(standing)
	}));

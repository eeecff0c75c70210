import { connectedSince, type Goal } from './goal.ts';

/** Both connections are up, and the call was gone through to its end. */
export const connected: Goal = (standing) => {
	const seq = connectedSince(standing);
	return seq === null ? null : { proof: 'Both are connected.', seq };
};

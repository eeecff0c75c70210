import { connectedSince, type Goal } from './goal.ts';

/** A description was refused for the state that its peer was in, and the call came about all the same. */
export const refusedAndConnected: Goal = (standing) => {
	const since = connectedSince(standing);
	const refused = standing.view.calls.find(
		({ name, error }) => name === 'setRemoteDescription' && error?.name === 'InvalidStateError'
	);
	if (since === null || !refused) return null;
	return {
		proof: 'setRemoteDescription failed with InvalidStateError, and both are connected.',
		seq: refused.seq
	};
};

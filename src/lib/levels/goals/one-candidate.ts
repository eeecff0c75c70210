import { PEER_NAMES } from '../../trace/entry.ts';
import { candidatesGiven } from './given.ts';
import { connectedSince, type Goal } from './goal.ts';

/**
 * Both are connected, and of all candidates one alone was ever given to a peer: the other side learns the address
 * of whoever has it from the check itself (RFC 8445, 7.3.1.3).
 */
export const oneCandidate: Goal = (standing) => {
	const seq = connectedSince(standing);
	const given = PEER_NAMES.reduce((sum, name) => sum + candidatesGiven(standing.view, name), 0);
	if (seq === null || given !== 1) return null;
	return { proof: 'Both are connected, and one candidate was given to one of them.', seq };
};

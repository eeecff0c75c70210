import { counted } from '../../predict/reading.ts';
import { PEER_NAMES } from '../../trace/entry.ts';
import { candidatesGiven } from './given.ts';
import { connectedAt, outcome, throughAndConnected, type Goal } from './goal.ts';

/**
 * Both are connected, and of all candidates one alone was ever given to a peer: the other side learns the address
 * of whoever has it from the check itself (RFC 8445, 7.3.1.3).
 */
export const oneCandidate: Goal = (standing) => {
	const given = PEER_NAMES.reduce((sum, name) => sum + candidatesGiven(standing.view, name), 0);
	const conditions = [
		{
			wanted: 'One candidate was given, to one of them.',
			isMet: given === 1,
			now: counted(given, 'candidate'),
			isLost: given > 1
		},
		...throughAndConnected(standing)
	];
	return outcome(conditions, () => ({
		proof: 'Both are connected, and one candidate was given to one of them.',
		seq: connectedAt(standing)
	}));
};

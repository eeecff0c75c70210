import { PEER_NAMES } from '../trace/entry.ts';
import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';

/**
 * Whether both peers were connected before John was given any candidate: he then learned Jane’s address
 * from her check, as a peer-reflexive candidate (RFC 8445, 7.3.1.3).
 */
export const oneCandidate: Check = {
	answers: ['both connected'],
	read({ peers, calls }, entries) {
		const [john, jane] = PEER_NAMES.map((name) =>
			calls.find((call) => call.name === 'addIceCandidate' && call.peer === name)
		);
		const seq = Math.max(
			...PEER_NAMES.map((peer) => peers[peer].milestones.iceConnected ?? Infinity)
		);
		if (!jane || seq >= (john?.seq ?? Infinity)) return null;
		return {
			is: 'both connected',
			proof: `Both had a pair that works ${durationWords(entries[seq]!.at - jane.at)} after Jane was given the candidate, and John had been given none.`,
			seq
		};
	}
};

import { PEER_NAMES } from '../trace/entry.ts';
import type { Check } from './check';
import { firstOf } from './reading.ts';

/**
 * Who has gathered more candidates: by default whoever offers gathers for each type of media, and whoever
 * answers knows already that one transport will do (RFC 9429, 4.1.1).
 */
export const whoFoundMore: Check = {
	answers: ['John', 'Jane', 'both the same'],
	expected: 'John',
	read({ peers }) {
		const complete = PEER_NAMES.map((peer) =>
			firstOf(peers[peer].states.iceGatheringState, 'complete')
		);
		if (complete.some((change) => change === undefined)) return null;
		const [john, jane] = PEER_NAMES.map(
			(peer) => peers[peer].localCandidates.filter(({ candidate }) => candidate?.candidate).length
		) as [number, number];
		return {
			is: john === jane ? 'both the same' : john > jane ? 'John' : 'Jane',
			proof: `John’s browser has found ${john}, Jane’s ${jane}.`,
			seq: Math.max(...complete.map((change) => change!.seq))
		};
	}
};

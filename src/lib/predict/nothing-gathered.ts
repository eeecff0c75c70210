import type { Check } from './check';
import { counted, firstOf } from './reading.ts';

/**
 * What a connection finds that may use relayed candidates alone, and has no server: nothing, for what the policy
 * does not allow is left out (RFC 9429, 3.5.3).
 */
export const nothingGathered: Check = {
	answers: ['nothing', 'his own', 'a relayed one', 'refused'],
	expected: 'nothing',
	read({ calls, peers: { john } }) {
		const call = calls.find(({ peer, name }) => peer === 'john' && name === 'setLocalDescription');
		if (!call || call.status === 'pending') return null;
		if (call.status === 'rejected') {
			return {
				is: 'refused',
				proof: `setLocalDescription failed with ${call.error?.name}.`,
				seq: call.seq
			};
		}
		const complete = firstOf(john.states.iceGatheringState, 'complete');
		if (!complete) return null;
		const found = john.localCandidates.flatMap(({ seq, candidate }) => {
			const type = / typ (\S+)/.exec(candidate?.candidate ?? '')?.[1];
			return type && seq <= complete.seq ? [type] : [];
		});
		const types = [...new Set(found)];
		return {
			is: types.length === 0 ? 'nothing' : types.includes('relay') ? 'a relayed one' : 'his own',
			proof: `When iceGatheringState was complete, ${counted(found.length, 'candidate')} had been found${types.length > 0 ? `: ${types.join(', ')}` : ''}.`,
			seq: complete.seq
		};
	}
};

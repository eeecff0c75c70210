import { PEER_NAMES } from '../trace/entry.ts';
import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { firstOf } from './reading.ts';

/**
 * What came of it that Jane was given a candidate while John had none: he may learn her address from her
 * check, as a peer-reflexive candidate (RFC 8445, 7.3.1.3). It is decided once both are connected, or John is
 * given a candidate, or both browsers have given up.
 */
export const oneCandidate: Check = {
	answers: ['both connected', 'nothing', 'Jane alone'],
	expected: 'both connected',
	read({ peers, calls }, entries) {
		const [john, jane] = PEER_NAMES.map((name) =>
			calls.find((call) => call.name === 'addIceCandidate' && call.peer === name)
		);
		if (!jane || (john && john.seq < jane.seq)) return null;
		const [his, hers] = PEER_NAMES.map((peer) => peers[peer].milestones.iceConnected ?? Infinity);
		const seq = Math.max(his!, hers!);
		if (seq < (john?.seq ?? Infinity)) {
			return {
				is: 'both connected',
				proof: `Both had a pair that works ${durationWords(entries[seq]!.at - jane.at)} after Jane was given the candidate, and John had been given none.`,
				seq
			};
		}
		const failed = PEER_NAMES.flatMap(
			(peer) => firstOf(peers[peer].states.iceConnectionState, 'failed') ?? []
		);
		const end = john ?? (failed.length === PEER_NAMES.length ? failed.at(-1) : undefined);
		if (!end || his! < end.seq) return null;
		const isAlone = hers! < end.seq;
		return {
			is: isAlone ? 'Jane alone' : 'nothing',
			proof: `${durationWords(end.at - jane.at)} later, when ${john ? 'John was given one of hers' : 'the browsers gave up'}, ${isAlone ? 'Jane alone' : 'neither'} had a pair that works.`,
			seq: end.seq
		};
	}
};

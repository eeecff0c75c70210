import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { descriptionsSet, sdpOf, shown, valueAt } from './reading.ts';

/** The fingerprint of a description: the first, as all sections of one connection have the same. */
const fingerprintOf = (sdp: string) => /^a=fingerprint:\S+ (\S+)/m.exec(sdp)?.[1];

/**
 * What becomes of an offer whose fingerprint was altered on its way when Jane sets it: it is taken as it is, for
 * the certificate to compare it with comes in the handshake (RFC 5763, 5).
 */
export const alteredIsTaken: Check = {
	answers: ['as it is', 'refused', 'without it'],
	expected: 'as it is',
	read(view, entries) {
		const message = view.wire.find(({ altered, to }) => altered && to === 'jane');
		const call = view.calls.find(
			({ peer, name, seq }) =>
				peer === 'jane' &&
				name === 'setRemoteDescription' &&
				seq > (message?.altered?.seq ?? Infinity)
		);
		const given = fingerprintOf(sdpOf(call?.args) ?? '');
		if (!call || !given || call.status === 'pending') return null;
		const took = `setRemoteDescription took ${durationWords(call.took ?? 0)}`;
		if (call.status === 'rejected') {
			return {
				is: 'refused',
				proof: `${took} and failed with ${call.error?.name}.`,
				seq: call.seq
			};
		}
		const set = descriptionsSet(shown(view, entries), 'jane', 'pendingRemoteDescription')[0];
		if (!set) return null;
		const has = fingerprintOf(set.sdp);
		const state = valueAt(view.peers.jane.states.signalingState, set.seq);
		return {
			is: has === given ? 'as it is' : 'without it',
			proof: `${took}, and her signalingState read ${state} after it. Her remote description has ${has === given ? `the fingerprint that she was given, ${given.slice(0, 8)}…` : 'another fingerprint than she was given'}.`,
			seq: set.seq
		};
	}
};

import type { Check } from './check';
import { callOf, capital, counted, sdpOf, shown, stepOf, valueAt } from './reading.ts';

/**
 * What Jane’s `iceConnectionState` reads when she has candidates of John’s and no local description: her agent has
 * no credentials and no candidates yet with which it could form pairs (RFC 8445, 6.1.2).
 */
export const candidatesNotTried: Check = {
	answers: ['new', 'checking', 'connected'],
	expected: 'new',
	read(view, entries) {
		const all = shown(view, entries);
		const local = callOf(view, 'jane', 'setLocalDescription');
		const added = view.calls.filter(
			({ peer, name, status, seq }) =>
				peer === 'jane' &&
				name === 'addIceCandidate' &&
				status === 'resolved' &&
				seq < (local?.seq ?? Infinity)
		);
		const step = stepOf(all, added[0]?.step);
		if (!added[0] || !step.isOver) return null;
		const is = valueAt(view.peers.jane.states.iceConnectionState, step.last);
		if (is === undefined || !candidatesNotTried.answers.includes(is)) return null;
		const until = added.filter(({ seq }) => seq <= step.last).length;
		const offered = view.calls.findLast(
			({ peer, name, seq }) =>
				peer === 'jane' && name === 'setRemoteDescription' && seq < added[0]!.seq
		);
		const inOffer = sdpOf(offered?.args)?.match(/^a=candidate:/gm)?.length ?? 0;
		return {
			is,
			proof: `${capital(counted(until, 'candidate'))} had been added, and the offer had ${counted(inOffer, 'line')} of a=candidate; iceConnectionState read ${is}.`,
			seq: added[0].seq
		};
	}
};

import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { created, linesOf, shown, stepOf, valueAt } from './reading.ts';

/** Those in which he may be; all others tell that the call went another way. */
const STATES = ['stable', 'have-local-offer', 'have-remote-offer'];

/** In which `signalingState` John is once his offer is created: that alone applies nothing (RFC 9429, 4.1.8). */
export const offerNotApplied: Check = {
	answers: STATES,
	expected: 'stable',
	read(view, entries) {
		const all = shown(view, entries);
		const offer = created(view, all, 'john', 'createOffer');
		const step = stepOf(all, offer?.call.step);
		const { signalingState } = view.peers.john.states;
		const before = valueAt(signalingState, offer?.call.seq ?? -1);
		const after = valueAt(signalingState, step.last);
		if (!offer || !step.isOver || !after || !STATES.includes(after)) return null;
		return {
			is: after,
			proof: `createOffer took ${durationWords(offer.call.took ?? NaN)} and gave ${linesOf(offer.sdp).length} lines; signalingState read ${before} before it and ${after} after it.`,
			seq: offer.seq
		};
	}
};

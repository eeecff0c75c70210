import type { Check } from './check';
import { descriptionsSet, sdpOf, shown, ufragOf } from './reading.ts';

/**
 * Whether the answer to an offer that restarts ICE has new credentials as well: it has to (RFC 8839, 4.4.2.1).
 */
export const credentialsOfAnswer: Check = {
	answers: ['new', 'as before', 'those of the offer'],
	expected: 'new',
	read(view, entries) {
		const all = shown(view, entries);
		const [before, answer] = descriptionsSet(all, 'jane', 'currentLocalDescription');
		const offers = view.calls.filter(
			({ peer, name, args, seq }) =>
				peer === 'jane' &&
				name === 'setRemoteDescription' &&
				sdpOf(args) !== null &&
				seq < (answer?.seq ?? -1)
		);
		const [offered, old, now] = [sdpOf(offers.at(-1)?.args), before?.sdp, answer?.sdp].map((sdp) =>
			ufragOf(sdp ?? '')
		);
		if (!answer || !offered || !old || !now) return null;
		return {
			is: now === old ? 'as before' : now === offered ? 'those of the offer' : 'new',
			proof: `Her a=ice-ufrag was ${old}, and her answer says ${now}; the offer says ${offered}.`,
			seq: answer.seq
		};
	}
};

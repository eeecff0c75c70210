import type { Check } from './check';
import { descriptionsSet, shown, ufragOf } from './reading.ts';

/** Which credentials an ordinary offer has after a restart: those in force (RFC 9429, 5.2.2). */
export const credentialsOfOffer: Check = {
	answers: ['of her answer', 'of the first search', 'new'],
	expected: 'of her answer',
	read(view, entries) {
		const all = shown(view, entries);
		const [first, answer] = descriptionsSet(all, 'jane', 'currentLocalDescription');
		const offer = descriptionsSet(all, 'jane', 'pendingLocalDescription').find(
			({ seq }) => seq > (answer?.seq ?? Infinity)
		);
		const [old, agreed, now] = [first, answer, offer].map((one) => ufragOf(one?.sdp ?? ''));
		if (!offer || !old || !agreed || !now) return null;
		return {
			is: now === agreed ? 'of her answer' : now === old ? 'of the first search' : 'new',
			proof: `Her answer says a=ice-ufrag:${agreed}, and her offer a=ice-ufrag:${now}; before the restart it was ${old}.`,
			seq: offer.seq
		};
	}
};

import type { Check } from './check';
import { callOf, counted, created, firstOf, sdpOf, sectionsOf, shown } from './reading.ts';

/**
 * How many sections the offer has that `setLocalDescription` makes without an argument, where another was created
 * before and a transceiver came in between: it is made in the moment in which it is set (webrtc-pc, 4.4.2).
 */
export const offerOfTheMoment: Check = {
	answers: ['three', 'two', 'one'],
	expected: 'three',
	read(view, entries) {
		const all = shown(view, entries);
		const before = created(view, all, 'john', 'createOffer');
		const call = callOf(view, 'john', 'setLocalDescription');
		if (!before || !call || sdpOf(call.args) !== null) return null;
		const set = firstOf(view.peers.john.states.signalingState, 'have-local-offer');
		const { data } = all.find(({ seq }) => seq === set?.seq) ?? {};
		const sdp = sdpOf(
			(data as { pendingLocalDescription?: null } | undefined)?.pendingLocalDescription
		);
		if (!set || sdp === null) return null;
		const sections = sectionsOf(sdp).length;
		const is = ['one', 'two', 'three'][sections - 1];
		return is === undefined
			? null
			: {
					is,
					proof: `The offer that was created before has ${counted(sectionsOf(before.sdp).length, 'section')}, and the one that was set has ${counted(sections, 'section')}.`,
					seq: set.seq
				};
	}
};

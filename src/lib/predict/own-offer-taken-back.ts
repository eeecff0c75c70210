import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { shown, stepOf, takenInGlare } from './reading.ts';

/**
 * By which states Jane takes John’s offer while her own is out: hers is rolled back first, in the same call
 * (webrtc-pc, 4.4.2, setRemoteDescription).
 */
export const ownOfferTakenBack: Check = {
	answers: ['by way of stable', 'at once', 'refused'],
	expected: 'by way of stable',
	read(view, entries) {
		const all = shown(view, entries);
		const call = takenInGlare(view);
		const settled = all.find(
			(entry) => entry.call === call?.seq && ['result', 'error'].includes(entry.kind)
		);
		if (!call || !settled) return null;
		if (call.status === 'rejected') {
			return {
				is: 'refused',
				proof: `setRemoteDescription failed with ${call.error?.name} after ${durationWords(settled.at - call.at)}.`,
				seq: settled.seq
			};
		}
		const { last } = stepOf(all, call.step);
		const states = view.peers.jane.states.signalingState.filter(
			({ seq }) => seq > call.seq && seq <= last
		);
		const values = states.map(({ value }) => value);
		const end = states.find(({ value }) => value === 'have-remote-offer');
		if (!end) return null;
		return {
			is: values.includes('stable') ? 'by way of stable' : 'at once',
			proof: `In one call her signalingState went from have-local-offer to ${values.join(' and to ')}, within ${durationWords(end.at - call.at)}.`,
			seq: end.seq
		};
	}
};

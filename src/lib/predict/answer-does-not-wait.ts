import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { counted, sdpOf, shown, valueAt } from './reading.ts';

/**
 * How many candidates of her own Jane’s answer has, where she sends it as soon as it is set: none, for setting it
 * does not wait for the search that begins with it (webrtc-pc, 4.4.1.5; RFC 9429, 4.1.11 and 4.1.14).
 */
export const answerDoesNotWait: Check = {
	answers: ['none', 'some', 'all'],
	expected: 'none',
	read(view, entries) {
		const call = view.calls.find(
			({ peer, name, status }) =>
				peer === 'jane' && name === 'setLocalDescription' && status === 'resolved'
		);
		const sent = shown(view, entries).find(
			({ kind, peer, name, seq }) =>
				kind === 'sent' &&
				peer === 'jane' &&
				name === 'description' &&
				seq > (call?.seq ?? Infinity)
		);
		// It is asked of an answer that nobody has held back.
		if (!call || !sent || sent.step !== call.step) return null;
		const { message } = sent.data as { message: { description: { sdp: string } } };
		const lines = sdpOf(message.description)?.match(/^a=candidate:/gm)?.length ?? 0;
		const gathering = valueAt(view.peers.jane.states.iceGatheringState, sent.seq) ?? 'new';
		return {
			is: lines === 0 ? 'none' : gathering === 'complete' ? 'all' : 'some',
			proof: `${durationWords(sent.at - call.at)} after she called setLocalDescription, the answer was sent, with ${counted(lines, 'line')} of a=candidate; her iceGatheringState read ${gathering}.`,
			seq: sent.seq
		};
	}
};

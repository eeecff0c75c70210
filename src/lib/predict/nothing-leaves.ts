import type { Check } from './check';
import { callOf, eventsOf, shown, stepOf } from './reading.ts';

/**
 * What has left John’s machine once his connection is made: by the specification nothing (webrtc-pc, 4.4.1.1);
 * gathering begins with the local description (RFC 9429, 3.5.1).
 */
export const nothingLeaves: Check = {
	answers: ['nothing', 'a message', 'a question for addresses', 'a question about the camera'],
	expected: 'nothing',
	read(view, entries) {
		const made = callOf(view, 'john', 'RTCPeerConnection');
		const all = shown(view, entries);
		const step = stepOf(all, made?.step);
		const states = view.peers.john.states.iceGatheringState;
		if (!made || !step.isOver || !states[0]) return null;
		const sent = step.entries.find(({ kind, peer }) => kind === 'sent' && peer === 'john');
		if (sent) {
			return {
				is: 'a message',
				proof: 'A message of John’s went onto the wire in this step.',
				seq: sent.seq
			};
		}
		const [found] = eventsOf(step.entries, 'john', 'icecandidate');
		const gathering = states.find(({ value, seq }) => value !== 'new' && seq <= step.last);
		if (found || gathering) {
			return {
				is: 'a question for addresses',
				proof: 'His iceGatheringState left new in this step, before there was a description.',
				seq: (gathering ?? found)!.seq
			};
		}
		const camera = step.entries.find(
			({ kind, name }) => kind === 'call' && name === 'getUserMedia'
		);
		if (camera) {
			return {
				is: 'a question about the camera',
				proof: 'getUserMedia was called in this step.',
				seq: camera.seq
			};
		}
		return {
			is: 'nothing',
			proof:
				'At the end of the step the wire was empty, and iceGatheringState read new: not one address had been looked for.',
			seq: states[0].seq
		};
	}
};

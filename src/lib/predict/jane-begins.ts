import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { shown } from './reading.ts';

const STATES = ['stable', 'have-remote-offer', 'have-local-offer'];

/**
 * In which `signalingState` Jane begins while John’s offer waits for her: the initial one, whatever was sent
 * (webrtc-pc, 4.4.1.1).
 */
export const janeBegins: Check = {
	answers: STATES,
	expected: 'stable',
	read(view, entries) {
		const [first] = view.peers.jane.states.signalingState;
		const offer = view.wire.find(({ to }) => to === 'jane');
		if (!first || !offer || offer.sent > first.seq || !STATES.includes(first.value)) {
			return null;
		}
		const taken = shown(view, entries).find(({ seq }) => seq === offer.delivered);
		if (taken && taken.seq < first.seq) return null;
		return {
			is: first.value,
			proof: `Her first signalingState read ${first.value}. The offer had been on the wire for ${durationWords(first.at - offer.sentAt)} then, and nobody had taken it.`,
			seq: first.seq
		};
	}
};

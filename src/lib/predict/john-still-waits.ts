import type { Check } from './check';
import { callOf, valueAt } from './reading.ts';

const STATES = ['have-local-offer', 'stable', 'have-remote-pranswer'];

/**
 * In which state John is at the moment when Jane has set her answer: each connection knows only what was set
 * on it (webrtc-pc, 4.3.1).
 */
export const johnStillWaits: Check = {
	answers: STATES,
	expected: 'have-local-offer',
	read(view) {
		const { peers } = view;
		const set = callOf(view, 'jane', 'setLocalDescription');
		const settled = peers.jane.states.signalingState.find(
			({ value, seq }) => value === 'stable' && seq > (set?.seq ?? Infinity)
		);
		const his = settled && valueAt(peers.john.states.signalingState, settled.seq);
		if (!settled || !his || !STATES.includes(his)) return null;
		return {
			is: his,
			proof: `When Jane’s signalingState became stable, John’s read ${his}.`,
			seq: settled.seq
		};
	}
};

import type { Check } from './check';
import { callOf, counted, shown, stepOf, valueAt } from './reading.ts';

const WORKS = ['connected', 'completed'];

/**
 * What there is of a path once both are `stable`: descriptions agree on what is sent, and candidates on where
 * (RFC 9429, 3.5).
 */
export const agreedNotConnected: Check = {
	answers: ['no path', 'connected', 'only John has one', 'not encrypted yet'],
	expected: 'no path',
	read(view, entries) {
		const { john, jane } = view.peers;
		const set = callOf(view, 'john', 'setRemoteDescription');
		const step = stepOf(shown(view, entries), set?.step);
		const stable = john.states.signalingState.find(
			({ value, seq }) => value === 'stable' && seq > (set?.seq ?? Infinity)
		);
		if (!stable || !step.isOver) return null;
		const ice = [john, jane].map(({ states }) => valueAt(states.iceConnectionState, step.last));
		const whole = [john, jane].map(({ states }) => valueAt(states.connectionState, step.last));
		const [his, hers] = ice.map((state) => state !== undefined && WORKS.includes(state));
		const is = !his
			? hers
				? null
				: 'no path'
			: !hers
				? 'only John has one'
				: whole.every((state) => state === 'connected')
					? 'connected'
					: 'not encrypted yet';
		const given = view.calls.filter(
			({ name, seq }) => name === 'addIceCandidate' && seq <= step.last
		).length;
		return (
			is && {
				is,
				proof: `At the end of the step John’s iceConnectionState read ${ice[0]}, Jane’s ${ice[1]}; ${counted(given, 'candidate')} had been given to the two.`,
				seq: stable.seq
			}
		);
	}
};

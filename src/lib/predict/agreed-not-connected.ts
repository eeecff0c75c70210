import type { Check } from './check';
import { callOf, counted, shown, stepOf, valueAt } from './reading.ts';

const WORKS = ['connected', 'completed'];

/** What there is, of whom has a pair that works. */
function pathOf({ his, hers, isEncrypted }: Record<'his' | 'hers' | 'isEncrypted', boolean>) {
	if (!his) return 'no path';
	if (!hers) return 'only John has one';
	return isEncrypted ? 'connected' : 'not encrypted yet';
}

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
		const [his = false, hers = false] = ice.map((state) => WORKS.includes(state ?? ''));
		// A path that Jane alone has is none of the answers.
		if (hers && !his) return null;
		const given = view.calls.filter(
			({ name, seq }) => name === 'addIceCandidate' && seq <= step.last
		).length;
		return {
			is: pathOf({ his, hers, isEncrypted: whole.every((state) => state === 'connected') }),
			proof: `At the end of the step John’s iceConnectionState read ${ice[0]}, Jane’s ${ice[1]}; ${counted(given, 'candidate')} had been given to the two.`,
			seq: stable.seq
		};
	}
};

import type { PeerName } from '../trace/entry';
import type { Check } from './check';
import { callOf, capital, counted, eventsOf, shown, stepOf, times, valueAt } from './reading.ts';

/**
 * Whether `negotiationneeded` fires for Jane when she adds her tracks to the offer that she answers: not
 * before she is `stable`, and not then either if her answer covers them (webrtc-pc, 4.7.3).
 */
export const needOfJane: Check = {
	answers: ['it does not fire', 'once', 'more than once', 'at John’s side'],
	expected: 'it does not fire',
	read(view, entries) {
		const all = shown(view, entries);
		const added = callOf(view, 'jane', 'addTrack', 'addTransceiver');
		const step = stepOf(all, added?.step);
		if (!added || !step.isOver) return null;
		const until = callOf(view, 'john', 'setRemoteDescription')?.seq ?? Infinity;
		const fired = (peer: PeerName) =>
			eventsOf(all, peer, 'negotiationneeded').filter(({ seq }) => seq > added.seq && seq < until);
		const [hers, his] = [fired('jane'), fired('john')];
		const calls = step.entries.filter(
			({ kind, name, peer }) => kind === 'call' && peer === 'jane' && name === added.name
		);
		const beginning = `${capital(counted(calls.length, 'call'))} of ${added.name} in ${valueAt(view.peers.jane.states.signalingState, added.seq)}`;
		const event = hers[0] ?? his[0];
		if (event) {
			return {
				is: hers.length > 1 ? 'more than once' : hers.length === 1 ? 'once' : 'at John’s side',
				proof: `${beginning}, and the event fired ${times((hers[0] ? hers : his).length)} at ${hers[0] ? 'Jane' : 'John'}.`,
				seq: event.seq
			};
		}
		return {
			is: 'it does not fire',
			proof: `${beginning}, and the event has not fired.`,
			seq: calls.at(-1)!.seq
		};
	}
};

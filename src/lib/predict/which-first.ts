import { PEER_NAMES } from '../trace/entry.ts';
import { durationWords } from '../trace/numbers.ts';
import type { SessionView } from '../trace/view';
import type { Check } from './check';
import { firstOf } from './reading.ts';

/** When a peer’s two states said `connected`, and in which order; null where they have not. */
function orderOf({ states }: SessionView['peers']['john']) {
	const ice = firstOf(states.iceConnectionState, 'connected', 'completed');
	const whole = firstOf(states.connectionState, 'connected');
	if (!ice || !whole) return null;
	const apart = durationWords(Math.abs(whole.at - ice.at));
	const seq = Math.max(ice.seq, whole.seq);
	if (ice.seq === whole.seq) return { is: 'at once', words: 'both at once', seq };
	const is = ice.seq < whole.seq ? 'ICE' : 'the connection';
	return { is, words: `connectionState ${apart} ${is === 'ICE' ? 'later' : 'earlier'}`, seq };
}

/**
 * Which state says `connected` first: `connectionState` sums up ICE and DTLS, so it waits for both
 * (webrtc-pc, 4.3.3).
 */
export const whichFirst: Check = {
	answers: ['ICE', 'the connection', 'at once', 'not the same at both'],
	expected: 'ICE',
	read({ peers }) {
		const [john, jane] = PEER_NAMES.map((peer) => orderOf(peers[peer]));
		if (!john || !jane) return null;
		return {
			is: john.is === jane.is ? john.is : 'not the same at both',
			proof: `At John ${john.words}, at Jane ${jane.words}.`,
			seq: Math.max(john.seq, jane.seq)
		};
	}
};

import { durationWords } from '../trace/numbers.ts';
import type { Check } from './check';
import { callOf, capital, counted, eventsOf, firstOf, shown, statsOf } from './reading.ts';

const ADDING = ['addTrack', 'addTransceiver'];

/**
 * When Jane gets the `track` events for what John sends: as soon as the remote description is set (webrtc-pc,
 * 4.4.1.5), whether packets come or not.
 */
export const trackBeforePackets: Check = {
	answers: ['before any packet', 'with the first packet', 'when connected', 'after her tracks'],
	expected: 'before any packet',
	read(view, entries) {
		const all = shown(view, entries);
		const [first, ...more] = eventsOf(all, 'jane', 'track');
		const set = callOf(view, 'jane', 'setRemoteDescription');
		if (!first || !set) return null;
		const packets = statsOf(all, 'jane').find(
			({ seq, stats }) => seq < first.seq && stats.inbound.some(({ packets }) => packets > 0)
		);
		const connected = firstOf(view.peers.jane.states.connectionState, 'connected');
		const added = callOf(view, 'jane', ...ADDING);
		const isBehind = (one: { seq: number } | undefined) => one !== undefined && one.seq < first.seq;
		const is = isBehind(packets)
			? 'with the first packet'
			: isBehind(connected)
				? 'when connected'
				: isBehind(added)
					? 'after her tracks'
					: 'before any packet';
		const state = isBehind(connected) ? 'connected' : 'not connected';
		const own = view.calls.filter(
			({ peer, name, seq }) => peer === 'jane' && ADDING.includes(name) && seq < first.seq
		).length;
		return {
			is,
			proof: `${capital(counted(1 + more.length, 'event'))}, the first ${durationWords(first.at - set.at)} after she was given the description; she was ${state} then, and had added ${counted(own, 'track')} of her own.`,
			seq: first.seq
		};
	}
};

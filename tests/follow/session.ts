import type { Json, PairEnd, PeerName } from '../../src/lib/trace';
import { reduce } from '../../src/lib/trace';
import ANSWER from '../sdp/fixtures/chromium-answer-gathered.sdp?raw';
import OFFER from '../sdp/fixtures/chromium-offer-gathered.sdp?raw';
import { NO_STATS, Recording } from '../trace/recording';

export { ANSWER, OFFER };

/** The first match of a pattern's group in a text. */
export function first(text: string, pattern: RegExp): string {
	const found = pattern.exec(text)?.[1];
	if (found === undefined) throw new Error(`${pattern} is not in the fixture`);
	return found;
}

const line = (sdp: string) => first(sdp, /^a=(candidate:.*)\r?$/m);

/** The first candidate of a description, as it is trickled. */
export function trickled(sdp: string) {
	return {
		candidate: line(sdp),
		sdpMid: '0',
		sdpMLineIndex: 0,
		usernameFragment: first(sdp, /^a=ice-ufrag:(\S+)/m)
	};
}

function endOf(sdp: string, address?: string | null): PairEnd {
	const [, , protocol = '', , own = '', port = ''] = line(sdp).split(' ');
	return {
		type: 'host',
		protocol,
		address: address === undefined ? own : address,
		port: Number(port)
	};
}

/** What a peer reports when media travel between the first candidates of both descriptions. */
export function stats(own: string, other: string, address?: string | null) {
	const ends = { local: endOf(own), remote: endOf(other, address) };
	return {
		...NO_STATS,
		pairs: [{ id: 'p1', state: 'succeeded', nominated: true, ...ends }],
		selected: { id: 'p1', ...ends, roundTripTime: 0.001 }
	} as unknown as { [name: string]: Json };
}

/** John and Jane have offer and answer, one candidate was trickled each way, and media travel. */
export function call(): Recording {
	const one = new Recording();
	one.attempt();
	const peers: [PeerName, string, string][] = [
		['john', OFFER, ANSWER],
		['jane', ANSWER, OFFER]
	];
	for (const [peer, own, other] of peers) {
		const types = peer === 'john' ? ['offer', 'answer'] : ['answer', 'offer'];
		one.changed(peer, {
			currentLocalDescription: { type: types[0]!, sdp: own },
			currentRemoteDescription: { type: types[1]!, sdp: other }
		});
		one.event(peer, 'icecandidate', { candidate: trickled(own) });
		one.sent(peer, 1, { candidate: trickled(own) });
		one.done(peer, 'addIceCandidate', trickled(other));
		one.stats(peer, stats(own, other));
	}
	return one;
}

export const view = (recording = call()) => reduce(recording.entries);

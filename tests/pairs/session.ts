import {
	reduce,
	type Json,
	type PairEnd,
	type PairStats,
	type PeerStats
} from '../../src/lib/trace';
import { NO_STATS, Recording } from '../trace/recording';

/** A hash as it is written in descriptions and statistics. */
export const fingerprint = (byte: string) => Array<string>(32).fill(byte).join(':');

export const sdp = (hash: string, more: readonly string[] = []) =>
	[
		'v=0',
		'a=group:BUNDLE 0 1',
		`a=fingerprint:sha-256 ${fingerprint('FF')}`,
		'm=audio 9 UDP/TLS/RTP/SAVPF 111',
		'a=mid:0',
		'a=rtcp-mux',
		`a=fingerprint:sha-256 ${hash}`,
		'm=video 9 UDP/TLS/RTP/SAVPF 96',
		'a=mid:1',
		...more,
		''
	].join('\r\n');

/** A candidate as JSON. */
export function trickled(address: string, port: number, priority = 2122260223, mid = '0') {
	return {
		candidate: `candidate:${priority % 7} 1 udp ${priority} ${address} ${port} typ host`,
		sdpMid: mid,
		sdpMLineIndex: Number(mid),
		usernameFragment: 'abcd'
	};
}

export const end = (
	address: string | null,
	port: number,
	more: Partial<PairEnd> = {}
): PairEnd => ({
	type: 'host',
	address,
	port,
	protocol: 'udp',
	id: `${address} ${port}`,
	priority: 2122260223,
	...more
});

export function pair(id: string, local: PairEnd, remote: PairEnd, more: Partial<PairStats> = {}) {
	return { id, state: 'succeeded', nominated: false, local, remote, ...more };
}

/** What a peer reports; the selected pair by its id. */
export function stats(
	pairs: readonly PairStats[],
	selected: string | null = null,
	more: Partial<PeerStats> = {}
): { [name: string]: Json } {
	const one = pairs.find(({ id }) => id === selected);
	const brief = one && { id: one.id, local: one.local, remote: one.remote, roundTripTime: null };
	return {
		...NO_STATS,
		ice: { role: 'controlling' },
		pairs: [...pairs],
		selected: brief ?? null,
		...more
	} as unknown as { [name: string]: Json };
}

/** John has two candidates and was given two of Jane's; offer and answer are settled. */
export function negotiated(): Recording {
	const one = new Recording();
	one.attempt();
	one.changed('john', {
		currentLocalDescription: { type: 'offer', sdp: sdp(fingerprint('1A')) },
		currentRemoteDescription: { type: 'answer', sdp: sdp(fingerprint('2B')) }
	});
	one.changed('jane', {
		currentLocalDescription: { type: 'answer', sdp: sdp(fingerprint('2B')) },
		currentRemoteDescription: { type: 'offer', sdp: sdp(fingerprint('1A')) }
	});
	const johns = [trickled('192.0.2.1', 1001), trickled('192.0.2.2', 1002, 2122194687)];
	const janes = [trickled('192.0.2.11', 2001), trickled('192.0.2.12', 2002, 2122194687)];
	for (const [index, candidate] of johns.entries()) {
		one.event('john', 'icecandidate', { candidate });
		one.sent('john', index + 1, { candidate });
		one.delivered('jane', index + 1);
		one.done('jane', 'addIceCandidate', candidate);
	}
	for (const [index, candidate] of janes.entries()) {
		one.event('jane', 'icecandidate', { candidate });
		one.sent('jane', index + 1, { candidate });
		one.delivered('john', index + 1);
		one.done('john', 'addIceCandidate', candidate);
	}
	return one;
}

export const L1 = end('192.0.2.1', 1001);
export const L2 = end('192.0.2.2', 1002, { priority: 2122194687 });
export const R1 = end('192.0.2.11', 2001);
export const R2 = end('192.0.2.12', 2002, { priority: 2122194687 });

/** John's view with these statistics. */
export function viewWith(data: { [name: string]: Json }, recording = negotiated()) {
	recording.stats('john', data);
	return reduce(recording.entries);
}

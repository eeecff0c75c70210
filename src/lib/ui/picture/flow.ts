import { PEER_NAMES, stateOf, type PeerName, type SessionView, type TraceEntry } from '$lib/trace';
import { latestBitrate } from '$lib/trace/series';

/** How far DTLS is, on the pair that carries it. */
export type Handshake = 'none' | 'running' | 'done' | 'failed';

/** Media that arrives at a peer. */
export interface Stream {
	readonly to: PeerName;
	/** bit/s, of the last second; null where two reports are not there yet. */
	readonly bitrate: number | null;
	/** When it was reported, in milliseconds since the Unix epoch: each report is one pulse. */
	readonly at: number;
}

/** What travels on the pair that was selected. */
export interface Flow {
	readonly dtls: Handshake;
	/** Both ends may send what was agreed: each says that it is connected. */
	readonly isOpen: boolean;
	readonly streams: readonly Stream[];
}

/** What `getStats()` and the states of both peers say of the path between them. */
export function flowOf(view: SessionView, entries: readonly TraceEntry[]): Flow {
	const peers = PEER_NAMES.map((name) => view.peers[name]);
	const known = peers.filter(({ exists, states }) => exists && states.connectionState.length > 0);
	const connections = known.map((peer) => stateOf(peer, 'connectionState'));
	const isOpen =
		connections.length > 0 &&
		connections.every((state) => state === 'connected') &&
		peers.every(({ closed }) => !closed);
	const streams = PEER_NAMES.flatMap((to): Stream[] => {
		const { stats, milestones, closed } = view.peers[to];
		if (!stats || closed || milestones.firstFrame === undefined) return [];
		const bitrate = latestBitrate(entries, view.length, to);
		return [{ to, bitrate, at: stats.at }];
	});
	return { dtls: handshakeOf(view, isOpen), isOpen, streams };
}

function handshakeOf(view: SessionView, isOpen: boolean): Handshake {
	const states = PEER_NAMES.map((name) => view.peers[name].stats?.dtls?.state);
	if (states.includes('failed')) return 'failed';
	if (isOpen || states.filter(Boolean).some((state) => state === 'connected')) return 'done';
	return states.includes('connecting') ? 'running' : 'none';
}

import {
	PEER_NAMES,
	type Milestones,
	type PeerName,
	type SessionView,
	type TraceEntry
} from '$lib/trace';
import { durationWords } from '$lib/trace/numbers';

/** When a peer came to a point on the way to a connection. */
export interface Reached {
	/** Milliseconds since the first check of either peer. */
	after: number;
	/** Nobody fires an event for it: it was so by then, and may have been earlier. */
	isByThen: boolean;
}

/** A point on the way to a connection, and when each peer came to it; null where it has not. */
export interface Evidence {
	name: keyof Milestones;
	label: string;
	peers: Record<PeerName, Reached | null>;
}

/** In the order in which one leads to the next. */
const POINTS: readonly { name: keyof Milestones; label: string; isPolled?: true }[] = [
	{ name: 'checking', label: 'Checks began' },
	{ name: 'iceConnected', label: 'A pair works' },
	{ name: 'selected', label: 'A pair was selected', isPolled: true },
	{ name: 'dtls', label: 'DTLS is done', isPolled: true },
	{ name: 'connected', label: 'Connected' },
	{ name: 'firstFrame', label: 'First frame decoded', isPolled: true }
];

/** What must be done before `connectionState` is `connected` (webrtc-pc, 4.3.3). */
const BEFORE_CONNECTED: ReadonlySet<keyof Milestones> = new Set(['selected', 'dtls']);

/**
 * How far both peers have come on the way to a connection, in the order of time, since the first check: the
 * time before belongs to whoever reads. What only `getStats()` tells is known by then, and no later than
 * what follows from it.
 *
 * @param entries at least the entries of the view
 */
export function evidenceOf(view: SessionView, entries: readonly TraceEntry[]): Evidence[] {
	const at = (peer: PeerName, name: keyof Milestones) =>
		entries[view.peers[peer].milestones[name] ?? -1]?.at;
	const began = Math.min(...PEER_NAMES.map((peer) => at(peer, 'checking') ?? Infinity));
	const reached = (peer: PeerName, name: keyof Milestones, isPolled: boolean): Reached | null => {
		const connected = BEFORE_CONNECTED.has(name) ? at(peer, 'connected') : undefined;
		const time = Math.min(at(peer, name) ?? Infinity, connected ?? Infinity);
		if (time === Infinity || began === Infinity) return null;
		return { after: Math.max(0, time - began), isByThen: isPolled };
	};
	const all = POINTS.map(({ name, label, isPolled = false }): Evidence => {
		const peers = {
			john: reached('john', name, isPolled),
			jane: reached('jane', name, isPolled)
		};
		return { name, label, peers };
	});
	const first = ({ peers }: Evidence) =>
		Math.min(peers.john?.after ?? Infinity, peers.jane?.after ?? Infinity);
	// What comes at the same time stays in the order of its causes, and what has not come is last.
	return all.sort((a, b) => (first(a) === first(b) ? 0 : first(a) - first(b)));
}

/** `4 ms`; `≤ 4 ms` where it was so by then. */
export function reachedWords({ after, isByThen }: Reached): string {
	return `${isByThen ? '≤ ' : ''}${durationWords(after)}`;
}

import { PEER_NAMES, type PeerName, type TraceEntry } from '../../trace/entry.ts';
import type { SessionView } from '../../trace/view.ts';
import { stateOf } from '../../trace/view-peer.ts';

/** Where a call stands that is held against a goal. */
export interface Standing {
	/** Of the present attempt. */
	view: SessionView;
	/** At least those of the view. */
	entries: readonly TraceEntry[];
	/** Whether all steps of the level are gone through. */
	isGoneThrough: boolean;
	/** Whom the goal is about, where it is about one. */
	peer: PeerName | undefined;
}

/** That a goal is reached, and what proves it. */
export interface Reached {
	/** A sentence, from this call. */
	proof: string;
	/** The entry that proves it: its `seq`. */
	seq: number;
}

/** Says whether a goal is reached; null where it is not, or not yet. */
export type Goal = (standing: Standing) => Reached | null;

/**
 * The entry by which the later of both was connected, in a call that was gone through and whose connections are
 * up; null otherwise.
 */
export function connectedSince({ view, isGoneThrough }: Standing): number | null {
	if (!isGoneThrough) return null;
	const peers = PEER_NAMES.map((name) => view.peers[name]);
	if (peers.some((peer) => stateOf(peer, 'connectionState') !== 'connected')) return null;
	return Math.max(...peers.map(({ milestones }) => milestones.connected ?? Infinity));
}

/** The two peers of the call. John calls, Jane answers. */
export type PeerName = 'john' | 'jane';

/** Both peers, in the order in which they stand on the screen. */
export const PEER_NAMES: readonly PeerName[] = ['john', 'jane'];

/** The peer at the other end. */
export function otherPeer(peer: PeerName): PeerName {
	return peer === 'john' ? 'jane' : 'john';
}

/** Plain JSON: what survives a file, a `BroadcastChannel` and a `structuredClone`. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * What an entry records.
 *
 * - `attempt`: fresh peers begin; everything before belongs to an earlier attempt. It is `seeded` where
 *   something is wrong with the call on purpose, that is to be found
 * - `step`: a step `begin`s, `end`s or `fail`s
 * - `call`, `result`, `error`: an API call or an attribute that is set, and how it was settled
 * - `event`: an event that the browser fired
 * - `changed`: attributes of an `RTCPeerConnection`, or of its transceivers, that read differently than
 *   before
 * - `sent`, `delivered`: a signaling message leaves a peer, and reaches the other
 * - `altered`, `postponed`, `repeated`, `dropped`: a message that waits for a peer is changed by whoever
 *   carries it, put behind the others, given twice, or lost
 * - `deed`: somebody did something to the call that is no step of it, by its name; `fail` says that it was
 *   refused
 * - `stats`: what `getStats()` reported, distilled
 * - `lost`: the browser gave the connection up
 */
export type TraceKind =
	| 'attempt'
	| 'step'
	| 'call'
	| 'result'
	| 'error'
	| 'event'
	| 'changed'
	| 'sent'
	| 'altered'
	| 'postponed'
	| 'repeated'
	| 'dropped'
	| 'delivered'
	| 'deed'
	| 'stats'
	| 'lost';

/** One line of the trace: a thing that happened, as plain JSON. */
export interface TraceEntry {
	/** Position in the trace, from 0. */
	seq: number;
	/** Milliseconds since the Unix epoch, monotonic, comparable between tabs (High Resolution Time, 4). */
	at: number;
	/** Which pair of peers this belongs to, from 1. */
	attempt: number;
	/** Whose entry it is; null where it is of both. */
	peer: PeerName | null;
	kind: TraceKind;
	/**
	 * The API's own name: `createOffer`, `icecandidate`; of a part of the connection, after a word that
	 * says of which: `channel.send`, `transceiver.direction`.
	 */
	name: string;
	/** The `seq` of the call that this result or error settles. */
	call?: number;
	/** The step that had begun last when this happened. */
	step?: string;
	data?: Json;
}

/** An entry as it is handed in: the trace adds where and when. */
export type NewEntry = Pick<TraceEntry, 'peer' | 'kind' | 'name' | 'call' | 'data'>;

/** The browser's own words for what went wrong. */
export interface ErrorData {
	/** `DOMException.name` or the error's class, for example `InvalidStateError`. */
	name: string;
	message: string;
}

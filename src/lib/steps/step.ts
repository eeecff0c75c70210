import type { OwnServers } from '../servers/own-servers';
import { PEER_NAMES, type PeerName } from '../trace/entry.ts';

/** Where a peer's picture and sound come from. */
export type Source = 'camera' | 'pattern' | 'none';

/** What may be sent from peer to peer. What carries it is not WebRTC's business (RFC 9429, 3.1). */
export type Message =
	| { description: RTCSessionDescriptionInit | null }
	| { candidate: RTCIceCandidateInit | null }
	| { bye: true };

/** A message as its receiver reads it: which member is there depends on what was sent. */
export interface Received {
	description: RTCSessionDescriptionInit;
	candidate: RTCIceCandidateInit | null;
	bye?: true;
}

/** What one side of the call has in its hands. */
export interface Peer {
	pc: RTCPeerConnection;
	/** What this peer sends. */
	stream: MediaStream;
	/** Another picture, which this peer may send. */
	screen: MediaStream;
	/** What this peer is known by in the DTLS handshake, where it made it itself. */
	certificate: RTCCertificate;
	/** What the browser last counted for this peer, when a step asked. */
	report: RTCStatsReport;
	/**
	 * The data channels that this peer has made. What nobody holds may be collected, and Firefox closes a
	 * channel with it, at the other side as well.
	 */
	chat: RTCDataChannel;
	pointer: RTCDataChannel;
	agreed: RTCDataChannel;
	/** What arrives from the other peer. */
	readonly remote: MediaStream;
	offer: RTCSessionDescriptionInit;
	answer: RTCSessionDescriptionInit;
	/** Gathered candidates that were not sent yet; null ends them. */
	candidates: {
		push(candidate: RTCIceCandidate | null): void;
		/** Whether their end was taken out. */
		readonly isOver: boolean;
		/** The oldest one, of those that are wanted; waits until there is one (`Queue`). */
		next(wanted?: (candidate: RTCIceCandidate) => boolean): Promise<RTCIceCandidate | null>;
	};
	/** Candidates that came too early to be added, kept for later. */
	early: (RTCIceCandidateInit | null)[];
	send(message: Message): void;
	/**
	 * The oldest message on the wire for this peer, or the oldest of one kind; waits until there is one.
	 * Where candidates are taken as they come (`oncandidate`), the others alone.
	 */
	receive(kind?: 'description' | 'candidate'): Promise<Received>;
	/**
	 * Takes every candidate for this peer from the wire from now on, one after the other, each as soon as
	 * there is a remote description of its ICE session: those that wait, and those that come.
	 */
	oncandidate: ((candidate: RTCIceCandidateInit | null) => void | Promise<void>) | null;
}

/** The browser's own things that a step uses, handed in so that they can be watched. */
export interface Browser {
	RTCPeerConnection: typeof RTCPeerConnection;
	navigator: { mediaDevices: Pick<MediaDevices, 'getUserMedia'> };
	testPattern(name: string, width?: number): MediaStream;
}

/** What carries messages to a peer, in the hands of whoever stands between the two. */
export interface WireToPeer {
	/**
	 * Puts something else in the place of what the oldest message of a kind says that waits for the peer;
	 * waits until there is one.
	 */
	alter<K extends 'description' | 'candidate'>(
		kind: K,
		change: (content: Received[K]) => Received[K]
	): Promise<void>;
}

/** What the operations of both may use: the browser, the wire to them, and the servers that were entered here. */
type Scope = { wire: WireToPeer; servers: OwnServers } & Browser;
/** What John's operations may use: that, and what is his. */
export type JohnScope = { john: Peer } & Scope;
/** What Jane's operations may use: that, and what is hers. */
export type JaneScope = { jane: Peer } & Scope;

/** An operation: the very code that the slide shows. */
export type Operation<Scope> = (scope: Scope) => void | Promise<void>;

/** One operation, or one for each source where the source decides what there is to do. */
export type Operations<Scope> = Operation<Scope> | Record<Source, Operation<Scope>>;

/** One operation that one peer performs, or that both perform at the same time. */
export interface Step {
	/** The slug of its slide, within its lesson. */
	readonly id: string;
	/** The `signalingState` that each performer must be in; absent where there is no connection yet. */
	readonly needs?: RTCSignalingState;
	readonly john?: Operations<JohnScope>;
	readonly jane?: Operations<JaneScope>;
	/**
	 * It is performed once the performer is connected, or will not be: in a replay steps follow each other
	 * faster than a path is found.
	 */
	readonly awaits?: 'connected';
	/** The connection fails because of it, on purpose: a loss from then on needs no fresh peers. */
	readonly loses?: true;
	/** It hands over all candidates, so it lasts until both look for no more. */
	readonly gathers?: true;
	/** There is no call any more after it, and nothing that can be lost. */
	readonly ends?: true;
}

/** Who performs a step. */
export function performers(step: Step): PeerName[] {
	return PEER_NAMES.filter((peer) => step[peer] !== undefined);
}

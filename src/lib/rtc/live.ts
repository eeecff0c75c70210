import type { PeerName } from '../trace';

/** What is alive of a peer: the things that JSON cannot hold. */
export interface LivePeer {
	pc: RTCPeerConnection | null;
	/** What the peer sends. */
	local: MediaStream | null;
	/** What arrived from the other. */
	remote: MediaStream | null;
}

const NOTHING: LivePeer = { pc: null, local: null, remote: null };

/** The real peers of the page, for video elements and for the console; told by whoever owns them. */
export class LivePeers {
	#peers: Record<PeerName, LivePeer> = { john: NOTHING, jane: NOTHING };
	readonly #listeners = new Set<() => void>();

	/** Both as they are now: another object whenever something has changed, and never one that changes. */
	get peers(): Readonly<Record<PeerName, LivePeer>> {
		return this.#peers;
	}

	get john(): LivePeer {
		return this.#peers.john;
	}

	get jane(): LivePeer {
		return this.#peers.jane;
	}

	update(peer: PeerName, change: Partial<LivePeer>): void {
		this.#peers = { ...this.#peers, [peer]: { ...this.#peers[peer], ...change } };
		for (const listener of this.#listeners) listener();
	}

	forget(peer: PeerName): void {
		this.update(peer, NOTHING);
	}

	/** @returns a function that ends it */
	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
}

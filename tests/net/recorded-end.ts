import { Trace, type Json, type PeerName, type TraceEntry } from '../../src/lib/trace';
import { WatchedPeer } from '../diagnose/watched-peer';

/** Milliseconds after which nothing more is gathered that is waited for. */
const GATHERING = 10_000;

/** One end of a call over a data channel, which is on this machine alone, and its recording. */
export class RecordedEnd {
	readonly #trace = new Trace();
	readonly #peer: WatchedPeer;

	constructor(name: PeerName, iceServers: RTCIceServer[]) {
		this.#peer = new WatchedPeer(this.#trace, name, { iceServers });
		this.#pc.createDataChannel('call', { negotiated: true, id: 0 });
	}

	get #pc(): RTCPeerConnection {
		return this.#peer.pc;
	}

	/** Its own description, with all its candidates: an answer where an offer is given. */
	async describe(offer: RTCSessionDescriptionInit | null): Promise<RTCSessionDescriptionInit> {
		if (offer) await this.take(offer);
		await this.#pc.setLocalDescription();
		await new Promise<void>((resolve) => {
			const look = () => this.#pc.iceGatheringState === 'complete' && resolve();
			this.#pc.addEventListener('icegatheringstatechange', look);
			look();
			setTimeout(resolve, GATHERING);
		});
		const description = this.#pc.localDescription!.toJSON();
		this.#peer.record({
			kind: 'sent',
			name: 'description',
			data: { id: 1, message: { description } } as unknown as Json
		});
		return description;
	}

	/** Takes what the other end is. */
	async take(description: RTCSessionDescriptionInit): Promise<void> {
		this.#peer.record({ kind: 'delivered', name: 'description', data: { id: 1 } });
		await this.#pc.setRemoteDescription(description);
	}

	/** The types of the two candidates of the pair that is used; null where there is none within so many ms. */
	async selected(longest: number): Promise<{ local?: string; remote?: string } | null> {
		const pc = this.#pc;
		await new Promise<void>((resolve) => {
			const look = () => ['connected', 'failed'].includes(pc.connectionState) && resolve();
			pc.addEventListener('connectionstatechange', look);
			look();
			setTimeout(resolve, longest);
		});
		if (pc.connectionState !== 'connected') return null;
		const stats = [...(await pc.getStats()).values()];
		const chosen = stats.find((one) => one.type === 'transport')?.selectedCandidatePairId;
		// Firefox names no pair on the transport, and says of each whether it is the one.
		const pair = stats.find((one) =>
			chosen ? one.id === chosen : one.type === 'candidate-pair' && one.selected
		);
		const typeOf = (id: string | undefined) => stats.find((one) => one.id === id)?.candidateType;
		return { local: typeOf(pair?.localCandidateId), remote: typeOf(pair?.remoteCandidateId) };
	}

	/** All that happened here. */
	get entries(): readonly TraceEntry[] {
		return this.#trace.entries;
	}

	close(): void {
		this.#peer.leave();
		this.#pc.close();
	}
}

type Ends = typeof RecordedEnd;

declare global {
	/** What the page of a peer is given, for whoever drives it. */
	var RecordedEnd: Ends;
}
globalThis.RecordedEnd = RecordedEnd;

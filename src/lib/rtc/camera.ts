import type { PeerName } from '../trace';

/**
 * The camera and microphone of each peer. Asking again asks the person again (Firefox prompts each
 * time), so a stream that is still live is handed to fresh peers instead of asking for a new one.
 */
export class Cameras {
	readonly #streams = new Map<PeerName, MediaStream>();
	readonly #taken = new Set<PeerName>();
	/** Questions that the person has not answered yet. */
	readonly #asking = new Map<PeerName, Promise<MediaStream>>();
	/** Peers whose answer is no longer waited for. */
	readonly #unwanted = new Set<PeerName>();

	/**
	 * The peer's live stream if there is one, else what `getUserMedia` gives.
	 * @throws the `DOMException` of `getUserMedia` (mediacapture-streams, 10.3); a `TypeError` in an
	 * insecure context, where there is no `mediaDevices`; an `AbortError` where the camera came after
	 * it was released
	 */
	async get(peer: PeerName, constraints?: MediaStreamConstraints): Promise<MediaStream> {
		this.#taken.add(peer);
		this.#unwanted.delete(peer);
		const kept = this.#streams.get(peer);
		if (kept?.getTracks().every((track) => track.readyState === 'live')) return kept;
		if (kept) this.#stop(peer, kept);
		const asked = this.#asking.get(peer);
		if (asked) return asked;
		const asking = this.#ask(peer, constraints).finally(() => this.#asking.delete(peer));
		this.#asking.set(peer, asking);
		return asking;
	}

	async #ask(peer: PeerName, constraints?: MediaStreamConstraints): Promise<MediaStream> {
		// The DOM's types say it is always there. In an insecure context it is not.
		const devices = navigator.mediaDevices as MediaDevices | undefined;
		if (!devices) throw new TypeError('navigator.mediaDevices is undefined');
		const stream = await devices.getUserMedia(constraints);
		this.#streams.set(peer, stream);
		if (this.#unwanted.delete(peer)) {
			this.#stop(peer, stream);
			throw new DOMException('The camera came when nobody wanted it any more.', 'AbortError');
		}
		return stream;
	}

	/** Whether this stream came from here, so that it outlives the peer that uses it. */
	owns(stream: MediaStream): boolean {
		return [...this.#streams.values()].includes(stream);
	}

	/** Fresh peers begin: whatever is live waits to be taken again. */
	offerAgain(): void {
		this.#taken.clear();
	}

	/** Stops the cameras that the present peers do not use. */
	releaseUnused(): void {
		for (const [peer, stream] of this.#streams) {
			if (!this.#taken.has(peer)) this.#stop(peer, stream);
		}
		for (const peer of this.#asking.keys()) {
			if (!this.#taken.has(peer)) this.#unwanted.add(peer);
		}
	}

	/** The peer's camera is used no more: something else has taken its place. */
	giveUp(peer: PeerName): void {
		this.#taken.delete(peer);
		this.releaseUnused();
	}

	/** Stops every camera: its light goes out. */
	release(): void {
		for (const [peer, stream] of this.#streams) this.#stop(peer, stream);
		for (const peer of this.#asking.keys()) this.#unwanted.add(peer);
	}

	#stop(peer: PeerName, stream: MediaStream): void {
		for (const track of stream.getTracks()) track.stop();
		this.#streams.delete(peer);
	}
}

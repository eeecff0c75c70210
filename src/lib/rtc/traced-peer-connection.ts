import { DESCRIPTION_NAMES, STATE_NAMES, type Attributes, type Json } from '../trace';
import { toJson, trackJson } from './json';
import { tracedAsync, tracedSync, type Record } from './record';
import { watchTrack } from './track-events';

/** Every event of an `RTCPeerConnection` that the walk can meet, and what of it is kept. */
const EVENTS: { [name: string]: (event: never) => Json } = {
	negotiationneeded: () => null,
	signalingstatechange: () => null,
	icegatheringstatechange: () => null,
	iceconnectionstatechange: () => null,
	connectionstatechange: () => null,
	icecandidate: ({ candidate }: RTCPeerConnectionIceEvent) => ({ candidate: toJson(candidate) }),
	icecandidateerror: (event: RTCPeerConnectionIceErrorEvent) => ({
		url: event.url,
		errorCode: event.errorCode,
		errorText: event.errorText
	}),
	track: ({ track, streams, transceiver }: RTCTrackEvent) => ({
		...trackJson(track),
		mid: transceiver.mid,
		streams: streams.map((stream) => stream.id)
	})
};

/**
 * The browser's own `RTCPeerConnection`, watched: the same methods and events, each of which is
 * recorded, and after each of which the attributes are read again.
 *
 * @throws a `ReferenceError` in a browser without WebRTC
 *
 * @param record where what happens goes
 * @param Native the browser's class, looked up when this is called
 */
export function tracedPeerConnection(
	record: Record,
	Native: typeof RTCPeerConnection | undefined = globalThis.RTCPeerConnection
): typeof RTCPeerConnection {
	if (!Native) throw new ReferenceError('RTCPeerConnection is not defined');
	class TracedPeerConnection extends Native {
		readonly #last: { [name: string]: string } = {};
		readonly #remote = new Set<MediaStreamTrack>();

		/** Begins to record: what is there, and what happens from now on. */
		watch(): void {
			this.#readAttributes();
			for (const [name, data] of Object.entries(EVENTS)) {
				this.addEventListener(name, (event) => {
					record({ kind: 'event', name, data: data(event as never) });
					if (event instanceof RTCTrackEvent) this.#watchRemote(event.track);
					// A candidate changes the description each time; reading it once, when gathering
					// changes its state, keeps a trace of 24 candidates from holding 24 descriptions.
					this.#readAttributes(name !== 'icecandidate');
				});
			}
		}

		/** A track that is negotiated again is announced again; it is the same one. */
		#watchRemote(track: MediaStreamTrack): void {
			if (this.#remote.has(track)) return;
			this.#remote.add(track);
			watchTrack(record, track, 'remote');
		}

		override createOffer(options?: RTCOfferOptions): Promise<RTCSessionDescriptionInit>;
		override createOffer(): Promise<void>;
		override createOffer(options?: RTCOfferOptions): Promise<never> {
			return this.#async('createOffer', toJson(options), () => super.createOffer(options), toJson);
		}

		override createAnswer(options?: RTCAnswerOptions): Promise<RTCSessionDescriptionInit>;
		override createAnswer(): Promise<void>;
		override createAnswer(options?: RTCAnswerOptions): Promise<never> {
			return this.#async(
				'createAnswer',
				toJson(options),
				() => super.createAnswer(options),
				toJson
			);
		}

		override setLocalDescription(description?: RTCLocalSessionDescriptionInit): Promise<never> {
			return this.#async('setLocalDescription', toJson(description), () =>
				super.setLocalDescription(description)
			);
		}

		override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<never> {
			return this.#async('setRemoteDescription', toJson(description), () =>
				super.setRemoteDescription(description)
			);
		}

		override addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<never> {
			return this.#async('addIceCandidate', toJson(candidate), () =>
				super.addIceCandidate(candidate)
			);
		}

		override addTrack(track: MediaStreamTrack, ...streams: MediaStream[]): RTCRtpSender {
			return this.#sync('addTrack', trackJson(track), () => super.addTrack(track, ...streams));
		}

		override addTransceiver(
			trackOrKind: MediaStreamTrack | string,
			init?: RTCRtpTransceiverInit
		): RTCRtpTransceiver {
			const track = typeof trackOrKind === 'string' ? trackOrKind : trackJson(trackOrKind);
			return this.#sync('addTransceiver', { track, init: toJson(init) }, () =>
				super.addTransceiver(trackOrKind, init)
			);
		}

		override close(): void {
			this.#sync('close', null, () => super.close());
		}

		async #async<T>(
			name: string,
			args: Json,
			run: () => Promise<T>,
			data?: (value: T) => Json
		): Promise<never> {
			try {
				// The legacy overloads of RTCPeerConnection leave no common return type to name.
				return (await tracedAsync(record, name, args, run, data)) as never;
			} finally {
				this.#readAttributes();
			}
		}

		#sync<T>(name: string, args: Json, run: () => T): T {
			try {
				return tracedSync(record, name, args, run);
			} finally {
				this.#readAttributes();
			}
		}

		/** Records those attributes that read differently than they did. */
		#readAttributes(descriptions = true): void {
			// Firefox does not let the descriptions of a closed connection be read.
			const names =
				descriptions && this.signalingState !== 'closed'
					? [...STATE_NAMES, ...DESCRIPTION_NAMES]
					: STATE_NAMES;
			const changes: Partial<{ [name in keyof Attributes]: Json }> = {};
			for (const name of names) {
				const value = toJson(this[name]);
				const text = JSON.stringify(value);
				if (text === (this.#last[name] ?? 'null')) continue;
				this.#last[name] = text;
				changes[name] = value;
			}
			if (Object.keys(changes).length > 0) {
				record({ kind: 'changed', name: Object.keys(changes).join(' '), data: changes });
			}
		}
	}
	return new Proxy(TracedPeerConnection, {
		construct(target, args, newTarget) {
			const connection = tracedSync(
				record,
				'RTCPeerConnection',
				toJson(args[0]),
				() => Reflect.construct(target, args, newTarget) as TracedPeerConnection
			);
			connection.watch();
			return connection;
		}
	});
}

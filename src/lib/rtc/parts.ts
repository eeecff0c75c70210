import type { Encoding, Json, TransceiverState } from '../trace';
import { trackJson } from './json';
import type { Record } from './record';
import { SURFACE, type Interface, type Members } from './surface';
import { watchTrack } from './track-events';
import { watchCalls, watchEvents, type Watcher } from './watch';

/**
 * The parts of a connection – transceivers, senders, receivers, transports, channels, what arrives –
 * each watched from when the connection has it. They stay the browser's own objects.
 */
export class Parts {
	readonly #pc: RTCPeerConnection;
	readonly #record: Record;
	readonly #look: () => void;
	/** Where each part that is watched is. */
	readonly #places = new WeakMap<object, () => Members>();
	/**
	 * The senders whose encodings have names. No other is asked again: what a page was told before it may
	 * not be given back after another reading (webrtc-pc, 5.2, setParameters).
	 */
	readonly #layered = new WeakSet<RTCRtpSender>();
	#transceivers = 0;
	#channels = 0;

	/** @param look looks what has changed at the connection */
	constructor(pc: RTCPeerConnection, record: Record, look: () => void) {
		this.#pc = pc;
		this.#record = record;
		this.#look = look;
	}

	/**
	 * Where a part is, as its entries say it; nothing of what is no part of this connection. A channel
	 * is watched from when it is first asked for: no list has it.
	 */
	readonly placeOf = (part: unknown): Members => {
		if (part instanceof RTCDataChannel) this.#channel(part);
		return (typeof part === 'object' && part !== null && this.#places.get(part)?.()) || {};
	};

	/** Watches what the connection has that is not watched yet. */
	find(): void {
		for (const transceiver of this.#pc.getTransceivers()) this.#transceiver(transceiver);
		// A browser may have no SCTP, and null stands for none at all.
		const sctp = this.#pc.sctp;
		this.#watch(sctp, SURFACE.RTCSctpTransport, () => ({}));
		this.#transport(sctp?.transport);
	}

	/** What the attributes of the transceivers read (webrtc-pc, 5.4), in the order of `getTransceivers()`. */
	transceivers(): TransceiverState[] {
		return this.#pc.getTransceivers().map((transceiver) => {
			const { mid, direction, currentDirection, sender, receiver } = transceiver;
			return {
				transceiver: this.placeOf(transceiver).transceiver as number,
				kind: receiver.track.kind,
				mid,
				direction,
				currentDirection,
				track: sender.track?.id ?? null,
				stopped: direction === 'stopped' || currentDirection === 'stopped',
				...(this.#layered.has(sender) && { encodings: encodingsOf(sender) })
			};
		});
	}

	/** Whether a transceiver is still there that has stopped for good (webrtc-pc, 5.4, [[Stopped]]). */
	get areLettingGo(): boolean {
		return this.#pc.getTransceivers().some((one) => one.currentDirection === 'stopped');
	}

	/** Watches what arrives, and the streams that it arrives in. */
	arrived({ track, streams }: RTCTrackEvent): void {
		// A track that is negotiated again is announced again; it is the same one.
		if (!this.#places.has(track)) {
			this.#places.set(track, () => ({ ...trackJson(track), side: 'remote' }));
			watchTrack(this.#record, track, 'remote');
		}
		for (const stream of streams) {
			this.#watch(stream, SURFACE.MediaStream, () => ({ stream: stream.id }));
		}
	}

	#channel(channel: RTCDataChannel): void {
		if (this.#places.has(channel)) return;
		const number = this.#channels++;
		this.#watch(channel, SURFACE.RTCDataChannel, () => ({
			channel: number,
			label: channel.label,
			id: channel.id
		}));
	}

	#transceiver(transceiver: RTCRtpTransceiver): void {
		const { sender, receiver } = transceiver;
		if (!this.#places.has(transceiver)) {
			const number = this.#transceivers++;
			if (encodingsOf(sender).length > 0) this.#layered.add(sender);
			const place = () => ({ transceiver: number, mid: transceiver.mid });
			this.#watch(transceiver, SURFACE.RTCRtpTransceiver, place);
			this.#watch(sender, SURFACE.RTCRtpSender, place);
			this.#watch(receiver, SURFACE.RTCRtpReceiver, place);
			this.#watch(sender.dtmf, SURFACE.RTCDTMFSender, place);
		}
		this.#transport(sender.transport);
		this.#transport(receiver.transport);
	}

	/** A transport comes with the first description, and may be another one once sections are bundled. */
	#transport(dtls: RTCDtlsTransport | null | undefined): void {
		const place = () => ({ mids: this.#midsOf(dtls!) });
		this.#watch(dtls, SURFACE.RTCDtlsTransport, place);
		this.#watch(dtls?.iceTransport, SURFACE.RTCIceTransport, place);
	}

	/** The sections that a transport carries now. */
	#midsOf(dtls: RTCDtlsTransport): Json {
		return this.#pc
			.getTransceivers()
			.filter(({ sender, receiver }) => sender.transport === dtls || receiver.transport === dtls)
			.map(({ mid }) => mid);
	}

	#watch(part: EventTarget | object | null | undefined, spec: Interface, place: () => Members) {
		if (!part || this.#places.has(part)) return;
		this.#places.set(part, place);
		const look = spec.changes ? this.#look : () => {};
		const watcher: Watcher = { record: this.#record, place, placeOf: this.placeOf, look };
		watchCalls(part, spec, (self) => (self === part ? watcher : undefined));
		if (spec.events) watchEvents(part as EventTarget, spec, watcher);
	}
}

/** The encodings of a sender that have names. */
function encodingsOf(sender: RTCRtpSender): Encoding[] {
	// A sender that has stopped has none.
	return (sender.getParameters().encodings ?? []).flatMap((encoding): Encoding[] => {
		const { rid, active = true, scaleResolutionDownBy } = encoding;
		if (!rid) return [];
		return [{ rid, active, ...(scaleResolutionDownBy && { scaleResolutionDownBy }) }];
	});
}

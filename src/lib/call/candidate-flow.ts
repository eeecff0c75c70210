import type { Mailbox } from '../signaling/mailbox';
import type { Envelope } from '../signaling/envelope';
import type { Peer } from '../steps/step';

/** What takes a candidate from the wire. */
export type CandidateHandler = Peer['oncandidate'];

/** What a flow of candidates needs of its peer. */
export interface FlowSurroundings {
	mailbox: Pick<Mailbox, 'poll' | 'arrived'>;
	/** The peer's connection; undefined before there is one. */
	connection(): RTCPeerConnection | undefined;
	/** A candidate was taken from the wire. */
	delivered(envelope: Envelope): void;
}

/**
 * The candidates that reach a peer by themselves: each is taken from the wire, and handed on, as soon as
 * there is a remote description of its ICE session (webrtc-pc, 4.4.2, addIceCandidate: without one it is
 * refused), one after the other.
 */
export class CandidateFlow {
	readonly #surroundings: FlowSurroundings;
	#handler: CandidateHandler = null;
	#isPumping = false;

	constructor(surroundings: FlowSurroundings) {
		this.#surroundings = surroundings;
		surroundings.mailbox.arrived = () => this.goOn();
	}

	get handler(): CandidateHandler {
		return this.#handler;
	}

	set handler(handler: CandidateHandler) {
		this.#handler = handler;
		this.goOn();
	}

	/** Whether a step takes a message: of this kind, or any but those that flow. */
	leaves({ message }: Pick<Envelope, 'message'>, kind?: keyof Envelope['message']): boolean {
		return kind === undefined ? !this.#handler || !isCandidate({ message }) : kind in message;
	}

	/** Looks again whether a candidate can be handed on: one has arrived, or a description was set. */
	goOn(): void {
		void this.#pump();
	}

	async #pump(): Promise<void> {
		if (this.#isPumping) return;
		this.#isPumping = true;
		// Whoever sends a message in this very page has yet to write down that it was sent.
		await Promise.resolve();
		try {
			while (this.#handler) {
				const envelope = this.#surroundings.mailbox.poll(this.#isReady);
				if (envelope === undefined) return;
				this.#surroundings.delivered(envelope);
				await this.#hand(envelope);
			}
		} finally {
			this.#isPumping = false;
		}
	}

	async #hand(envelope: Envelope): Promise<void> {
		try {
			await this.#handler?.(candidateIn(envelope));
		} catch {
			// What the browser refuses is told by whoever watches it.
		}
	}

	readonly #isReady = (envelope: Envelope): boolean => {
		if (!isCandidate(envelope)) return false;
		const connection = this.#surroundings.connection();
		const sdp = [connection?.pendingRemoteDescription, connection?.currentRemoteDescription]
			.map((description) => description?.sdp ?? '')
			.join('');
		const ufrag = candidateIn(envelope)?.usernameFragment;
		return sdp !== '' && (!ufrag || sdp.includes(`a=ice-ufrag:${ufrag}\r\n`));
	};
}

/** Whether a message is a candidate, or the end of them. */
const isCandidate = ({ message }: Pick<Envelope, 'message'>): boolean => 'candidate' in message;

function candidateIn({ message }: Envelope): RTCIceCandidateInit | null {
	return (message as { candidate: RTCIceCandidateInit | null }).candidate;
}

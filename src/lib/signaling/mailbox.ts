import { parseEnvelope, writeEnvelope, type Envelope } from './envelope';
import { Queue } from './queue';
import type { Wire } from './wire';

/**
 * One peer's end of the signaling: numbers what it sends, and holds what arrives until somebody takes
 * it.
 */
export class Mailbox {
	/** Told of every message that arrives and that nobody waits for. */
	arrived: () => void = () => {};
	readonly #wire: Wire;
	readonly #inbox = new Queue<Envelope>();
	readonly #unlisten: () => void;
	#count = 0;
	#refused = 0;

	constructor(wire: Wire) {
		this.#wire = wire;
		this.#unlisten = wire.listen((text) => this.#keep(text));
	}

	/**
	 * Sends a message as the JSON that a server would carry.
	 * @returns the text that the wire was given
	 */
	send(message: object): string {
		const text = writeEnvelope(++this.#count, message);
		this.#wire.send(text);
		return text;
	}

	/** How many texts arrived that were no messages, and were left aside. */
	get refused(): number {
		return this.#refused;
	}

	#keep(text: string): void {
		let envelope;
		try {
			envelope = parseEnvelope(text);
		} catch {
			this.#refused += 1;
			return;
		}
		this.#inbox.push(envelope);
		this.arrived();
	}

	/** The oldest message that is wanted and that nobody took, or the next such one that arrives. */
	take(wanted?: (envelope: Envelope) => boolean): Promise<Envelope> {
		return this.#inbox.next(wanted);
	}

	/** The oldest message that is wanted, if it is there now; undefined otherwise. */
	poll(wanted: (envelope: Envelope) => boolean): Envelope | undefined {
		return this.#inbox.poll(wanted);
	}

	/**
	 * Changes the oldest message that is wanted and that nobody took, where it lies; or the next such one,
	 * as soon as it arrives.
	 */
	async alter(
		wanted: (envelope: Envelope) => boolean,
		change: (envelope: Envelope) => Envelope
	): Promise<void> {
		await this.#inbox.alter(wanted, change);
		this.arrived();
	}

	/** Ends this end of the wire. */
	close(): void {
		this.#unlisten();
		this.#wire.close();
	}
}

import { parseEnvelope, writeEnvelope, type Envelope } from './envelope';
import { Queue } from './queue';
import type { Wire } from './wire';

/**
 * One peer's end of the signaling: numbers what it sends, and holds what arrives until somebody takes
 * it.
 */
export class Mailbox {
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
		try {
			this.#inbox.push(parseEnvelope(text));
		} catch {
			this.#refused += 1;
		}
	}

	/** The oldest message that nobody took, or the next one that arrives. */
	take(): Promise<Envelope> {
		return this.#inbox.next();
	}

	/** Ends this end of the wire. */
	close(): void {
		this.#unlisten();
		this.#wire.close();
	}
}

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

	constructor(wire: Wire) {
		this.#wire = wire;
		this.#unlisten = wire.listen((text) => this.#inbox.push(parseEnvelope(text)));
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

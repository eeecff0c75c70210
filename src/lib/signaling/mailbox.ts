import { parseEnvelope, writeEnvelope, type Envelope } from './envelope';
import { Queue } from './queue';
import type { Wire } from './wire';

/** What is to be done to a message as soon as it arrives. */
interface Handler {
	id: number;
	others: (envelope: Envelope) => Envelope[];
}

/** Milliseconds in which a message arrives that was sent. */
const ARRIVING = 3000;

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
	/** What becomes of each message before it lies here: the same, another, or null where it is lost. */
	#gate: (envelope: Envelope) => Envelope | null = (envelope) => envelope;
	/** What a message is when it is taken. */
	#handed: (envelope: Envelope) => Envelope = (envelope) => envelope;
	readonly #handlers = new Set<Handler>();

	constructor(wire: Wire) {
		this.#wire = wire;
		this.#unlisten = wire.listen((text) => this.#keep(text));
	}

	/**
	 * Sends a message as the JSON that a server would carry.
	 * @param leaves is told of the text before the wire is given it, for it may arrive at once
	 */
	send(message: object, leaves: (text: string) => void = () => {}): void {
		const text = writeEnvelope(++this.#count, message);
		leaves(text);
		this.#wire.send(text);
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
		const passed = this.#gate(envelope);
		if (passed === null) return;
		const handler = [...this.#handlers].find(({ id }) => id === passed.id);
		for (const one of handler?.others(passed) ?? [passed]) this.#inbox.push(one);
		this.arrived();
	}

	/** The oldest message that is wanted and that nobody took, or the next such one that arrives. */
	async take(wanted?: (envelope: Envelope) => boolean): Promise<Envelope> {
		return this.#handed(await this.#inbox.next(wanted));
	}

	/** The oldest message that is wanted, if it is there now; undefined otherwise. */
	poll(wanted: (envelope: Envelope) => boolean): Envelope | undefined {
		const envelope = this.#inbox.poll(wanted);
		return envelope && this.#handed(envelope);
	}

	/** From now on each message is another one when it is taken; where it lies here it is what was sent. */
	garble(handed: (envelope: Envelope) => Envelope): void {
		this.#handed = handed;
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

	/**
	 * Puts others in the place of the message with a number that nobody took: none, itself changed, or several;
	 * where it has not arrived yet, as soon as it does.
	 * @throws an `Error` where no such message comes
	 */
	async replace(id: number, others: (envelope: Envelope) => Envelope[]): Promise<void> {
		if (this.#inbox.replace((one) => one.id === id, others)) this.arrived();
		else await this.#onArrival(id, others);
	}

	/**
	 * Has all other messages that lie here come before one; where that has not arrived yet, once it does.
	 * @throws an `Error` where no such message comes
	 */
	async postpone(id: number, told: (envelope: Envelope) => void): Promise<void> {
		const envelope = this.#inbox.poll((one) => one.id === id);
		if (envelope) {
			told(envelope);
			this.#inbox.push(envelope);
			return;
		}
		await this.#onArrival(id, (arrived) => {
			told(arrived);
			return [arrived];
		});
	}

	/**
	 * From now on each message is what a gate makes of it, or is lost; so is each that lies here. One gate
	 * stands behind the other.
	 */
	guard(gate: (envelope: Envelope) => Envelope | null): void {
		const before = this.#gate;
		this.#gate = (envelope) => {
			const passed = before(envelope);
			return passed && gate(passed);
		};
		for (const envelope of this.#inbox.takeAll()) {
			const passed = gate(envelope);
			if (passed) this.#inbox.push(passed);
		}
	}

	#onArrival(id: number, others: Handler['others']): Promise<void> {
		return new Promise((resolve, reject) => {
			const handler = {
				id,
				others: (envelope: Envelope) => {
					end();
					try {
						const put = others(envelope);
						resolve();
						return put;
					} catch (error) {
						reject(error as Error);
						return [envelope];
					}
				}
			};
			const timer = setTimeout(() => {
				end();
				reject(new Error(`There is no message ${id} on the wire.`));
			}, ARRIVING);
			const end = () => {
				clearTimeout(timer);
				this.#handlers.delete(handler);
			};
			this.#handlers.add(handler);
		});
	}

	/** Ends this end of the wire. */
	close(): void {
		this.#unlisten();
		this.#wire.close();
	}
}

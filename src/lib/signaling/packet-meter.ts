/** Bytes of the fixed header: what the packet is, and its length in up to four (MQTT 3.1.1, 2.2.3). */
const LONGEST_HEADER = 5;

/**
 * Measures the packets of one connection as their bytes come, so that nobody waits for the rest of one that is too long: what
 * reads them keeps all that came of a packet until it is whole.
 */
export class PacketMeter {
	readonly #longest: (packet: number) => number;
	#packets = 0;
	/** Of the packet that is coming: what came of it, and how long it is; null while that is not known. */
	#came = 0;
	#length: number | null = null;
	#remaining = 0;

	/** @param longest how many bytes a packet may have, by how many came before it */
	constructor(longest: (packet: number) => number) {
		this.#longest = longest;
	}

	/** Bytes that came of a packet which is not whole. */
	get pending(): number {
		return this.#came;
	}

	/** Takes what came next. @returns whether all packets are as long as they may be */
	takes(bytes: Uint8Array): boolean {
		let at = 0;
		while (at < bytes.length) {
			if (this.#length === null) {
				if (!this.#takesHeader(bytes[at]!)) return false;
				at += 1;
			} else {
				const taken = Math.min(bytes.length - at, this.#length - this.#came);
				this.#came += taken;
				at += taken;
			}
			if (this.#came === this.#length) this.#next();
		}
		return true;
	}

	#takesHeader(byte: number): boolean {
		if (this.#came > 0) this.#remaining += (byte & 127) * 128 ** (this.#came - 1);
		this.#came += 1;
		if (this.#came > 1 && byte < 128) this.#length = this.#came + this.#remaining;
		else if (this.#came === LONGEST_HEADER) return false;
		return this.#length === null || this.#length <= this.#longest(this.#packets);
	}

	#next(): void {
		this.#packets += 1;
		this.#came = 0;
		this.#length = null;
		this.#remaining = 0;
	}
}

import type { Wire } from './wire';

class MemoryEnd implements Wire {
	other: MemoryEnd | undefined;
	#listener: ((text: string) => void) | undefined;
	#arrived: string[] = [];
	#isHandingOut = false;
	#closed = false;

	send(text: string): void {
		if (!this.#closed) this.other?.arrive(text);
	}

	listen(listener: (text: string) => void): () => void {
		this.#listener = listener;
		this.#handOut();
		return () => {
			if (this.#listener === listener) this.#listener = undefined;
		};
	}

	arrive(text: string): void {
		if (this.#closed) return;
		this.#arrived.push(text);
		this.#handOut();
	}

	/** In order, also where a listener's answer brings the next message at once. */
	#handOut(): void {
		if (this.#isHandingOut) return;
		this.#isHandingOut = true;
		try {
			while (this.#listener && this.#arrived.length > 0) this.#listener(this.#arrived.shift()!);
		} finally {
			this.#isHandingOut = false;
		}
	}

	close(): void {
		this.#closed = true;
		this.#listener = undefined;
		this.#arrived = [];
	}
}

/** Both ends of a wire within one page. */
export function memoryWire(): [Wire, Wire] {
	const ends = [new MemoryEnd(), new MemoryEnd()] as const;
	ends[0].other = ends[1];
	ends[1].other = ends[0];
	return [ends[0], ends[1]];
}

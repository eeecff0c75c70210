import type { Wire } from './wire';

class MemoryEnd implements Wire {
	other: MemoryEnd | undefined;
	#listener: ((text: string) => void) | undefined;
	#early: string[] = [];
	#closed = false;

	send(text: string): void {
		if (!this.#closed) this.other?.arrive(text);
	}

	listen(listener: (text: string) => void): () => void {
		this.#listener = listener;
		for (const text of this.#early.splice(0)) listener(text);
		return () => {
			if (this.#listener === listener) this.#listener = undefined;
		};
	}

	arrive(text: string): void {
		if (this.#closed) return;
		if (this.#listener) this.#listener(text);
		else this.#early.push(text);
	}

	close(): void {
		this.#closed = true;
		this.#listener = undefined;
		this.#early = [];
	}
}

/** Both ends of a wire within one page. */
export function memoryWire(): [Wire, Wire] {
	const ends = [new MemoryEnd(), new MemoryEnd()] as const;
	ends[0].other = ends[1];
	ends[1].other = ends[0];
	return [ends[0], ends[1]];
}

/**
 * Where an end of a wire puts what arrives: it hands each text to the listener, in order, also where a
 * listener's answer brings the next text at once, and holds what comes while nobody listens.
 */
export class Inbox {
	#listener: ((text: string) => void) | undefined;
	#arrived: string[] = [];
	#isHandingOut = false;
	#closed = false;

	get isClosed(): boolean {
		return this.#closed;
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

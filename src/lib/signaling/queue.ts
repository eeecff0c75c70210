/**
 * Things that arrive when they arrive, taken out in order. `null` says that nothing more comes:
 * after it every further `next()` gives `null` at once.
 */
export class Queue<T> {
	#items: T[] = [];
	#waiting: ((item: T) => void)[] = [];

	/** How many are there to be taken without waiting. */
	get length(): number {
		return this.#items.length;
	}

	push(item: T): void {
		if (item === null) {
			for (const taker of this.#waiting.splice(0)) taker(item);
			this.#items.push(item);
			return;
		}
		const taker = this.#waiting.shift();
		if (taker) taker(item);
		else this.#items.push(item);
	}

	/** The oldest one that nobody took, or the next one that arrives. */
	async next(): Promise<T> {
		if (this.#items.length === 0) return new Promise((taker) => this.#waiting.push(taker));
		return this.#items[0] === null ? this.#items[0] : (this.#items.shift() as T);
	}
}

/** Somebody who waits for something of a queue. */
interface Taker<T> {
	wanted: (item: Exclude<T, null>) => boolean;
	give: (item: T) => void;
}

/**
 * Things that arrive when they arrive, taken out in order. `null` says that nothing more comes:
 * after it every further `next()` gives `null` at once.
 */
export class Queue<T> {
	#items: T[] = [];
	#waiting: Taker<T>[] = [];
	#isOver = false;

	/** How many are there to be taken without waiting. */
	get length(): number {
		return this.#items.length;
	}

	/** Whether somebody was told that nothing more comes. */
	get isOver(): boolean {
		return this.#isOver;
	}

	push(item: T): void {
		if (item === null) {
			this.#items.push(item);
			for (const { give } of this.#waiting.splice(0)) give(this.#oldest());
			return;
		}
		const at = this.#waiting.findIndex(({ wanted }) => wanted(item as Exclude<T, null>));
		if (at < 0) this.#items.push(item);
		else this.#waiting.splice(at, 1)[0]!.give(item);
	}

	/**
	 * The oldest one that nobody took and that is wanted, or the next such one that arrives. Where none
	 * of them is wanted and nothing more comes, the oldest one.
	 */
	async next(wanted: (item: Exclude<T, null>) => boolean = () => true): Promise<T> {
		const at = this.#items.findIndex((item) => item === null || wanted(item as Exclude<T, null>));
		if (at < 0) return new Promise((give) => this.#waiting.push({ wanted, give }));
		return this.#items[at] === null ? this.#oldest() : this.#items.splice(at, 1)[0]!;
	}

	/** The oldest one that is wanted, if it is there now; undefined otherwise. */
	poll(wanted: (item: Exclude<T, null>) => boolean): T | undefined {
		const at = this.#items.findIndex((item) => item !== null && wanted(item as Exclude<T, null>));
		return at < 0 ? undefined : this.#items.splice(at, 1)[0];
	}

	/** Changes the oldest one that is wanted, where it lies; or the next such one, as soon as it arrives. */
	async alter(
		wanted: (item: Exclude<T, null>) => boolean,
		change: (item: Exclude<T, null>) => T
	): Promise<void> {
		const at = this.#items.findIndex((item) => item !== null && wanted(item as Exclude<T, null>));
		if (at < 0) this.push(change((await this.next(wanted)) as Exclude<T, null>));
		else this.#items[at] = change(this.#items[at] as Exclude<T, null>);
	}

	/**
	 * Puts others in the place of the oldest one that is wanted: none, itself changed, or several.
	 * @returns whether there was one
	 */
	replace(
		wanted: (item: Exclude<T, null>) => boolean,
		others: (item: Exclude<T, null>) => T[]
	): boolean {
		const at = this.#items.findIndex((item) => item !== null && wanted(item as Exclude<T, null>));
		if (at < 0) return false;
		this.#items.splice(at, 1, ...others(this.#items[at] as Exclude<T, null>));
		return true;
	}

	/** Takes out all that are there. */
	takeAll(): T[] {
		return this.#items.splice(0);
	}

	#oldest(): T {
		if (this.#items[0] !== null) return this.#items.shift()!;
		this.#isOver = true;
		return this.#items[0];
	}
}

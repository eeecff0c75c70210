/** Numbers that look like chance and come again with the same seed (mulberry32). */
export class Chance {
	#state: number;

	constructor(readonly seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 up to 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from `from` to `to`. */
	whole(from: number, to: number): number {
		return from + Math.floor(this.next() * (to - from + 1));
	}

	/** One of several, each as often as its weight says. */
	weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
		const all = Object.entries(weights) as [T, number][];
		let left = this.next() * all.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [name, weight] of all) {
			left -= weight;
			if (left < 0) return name;
		}
		return all.at(-1)![0];
	}
}

/** `SEED=…` to see a run again. */
export const seedAsked = (otherwise: number) => Number(process.env.SEED ?? otherwise);

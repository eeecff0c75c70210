import type { NewEntry, TraceEntry } from './entry';

/** The time now: milliseconds since the Unix epoch, monotonic (High Resolution Time, 4). */
export type Clock = () => number;

/** The browser's monotonic clock, comparable between tabs of one machine. */
export const monotonicEpoch: Clock = () => performance.timeOrigin + performance.now();

/**
 * The append-only record of everything that happened. Whoever records hands in what happened; the
 * trace adds the position, the time, the attempt and the step.
 */
export class Trace {
	#entries: TraceEntry[] = [];
	readonly #listeners = new Set<(entry: TraceEntry) => void>();
	readonly #clock: Clock;
	#attempt = 0;
	#step: string | undefined;

	/** @param clock injected by tests; the browser's monotonic clock otherwise */
	constructor(clock: Clock = monotonicEpoch) {
		this.#clock = clock;
	}

	/** All entries, oldest first. The array is the trace's own: read it, never write it. */
	get entries(): readonly TraceEntry[] {
		return this.#entries;
	}

	/** The number of the pair of peers that is being recorded, from 1; 0 before the first. */
	get attempt(): number {
		return this.#attempt;
	}

	/**
	 * Appends an entry and tells the listeners.
	 * @param at when it happened, where that was in another tab; now otherwise
	 * @returns the `seq` of the new entry, by which a result refers to its call
	 */
	record(entry: NewEntry, at: number = this.#clock()): number {
		if (entry.kind === 'attempt') {
			this.#attempt += 1;
			this.#step = undefined;
		}
		if (entry.kind === 'step' && entry.name === 'begin') {
			this.#step = (entry.data as { id: string }).id;
		}
		const whole: TraceEntry = {
			seq: this.#entries.length,
			at,
			attempt: this.#attempt,
			...entry
		};
		if (this.#step !== undefined) whole.step = this.#step;
		this.#append(whole);
		return whole.seq;
	}

	/**
	 * Appends entries that the trace of another tab has recorded, as they are.
	 * @throws a `RangeError` for an entry that is not the next one; those before it are appended
	 */
	adopt(entries: readonly TraceEntry[]): void {
		for (const entry of entries) {
			if (entry.seq !== this.#entries.length) {
				throw new RangeError(`Entry ${entry.seq} came where ${this.#entries.length} is the next.`);
			}
			this.#attempt = entry.attempt;
			this.#step = entry.step;
			this.#append(entry);
		}
	}

	/**
	 * Forgets everything, so that the trace of another tab can be followed from its beginning. The list
	 * that was given out before stays as it is.
	 */
	clear(): void {
		this.#entries = [];
		this.#attempt = 0;
		this.#step = undefined;
	}

	#append(entry: TraceEntry): void {
		this.#entries.push(entry);
		for (const listener of this.#listeners) listener(entry);
	}

	/**
	 * Calls `listener` with each entry from now on.
	 * @returns a function that ends it
	 */
	subscribe(listener: (entry: TraceEntry) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
}

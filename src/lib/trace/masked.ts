import type { TraceEntry } from './entry';
import { Masker } from './mask';
import { finish, type Work } from './work';

/**
 * A trace that grows, with addresses and ICE credentials masked: each value alike from first to last,
 * on the screen and in what is saved. The masks depend on the entries alone, so that whoever follows
 * the same trace elsewhere has the same.
 */
export class MaskedEntries {
	/** The list that was masked, and what came of it. */
	#original: readonly TraceEntry[] = [];
	#masker = new Masker();
	#entries: TraceEntry[] = [];

	/** The entries masked. Of a list that has grown, only what is new is looked at. */
	of(entries: readonly TraceEntry[]): readonly TraceEntry[] {
		return finish(this.mask(entries, entries.length));
	}

	/** As many of the entries as are masked already: a list that grows as more of them are. */
	soFar(entries: readonly TraceEntry[]): readonly TraceEntry[] {
		this.#take(entries);
		return this.#entries;
	}

	/**
	 * Masks the first `length` entries, as far as they are not, one at a time.
	 * @returns all that are masked; of another list where that was masked meanwhile
	 */
	*mask(entries: readonly TraceEntry[], length: number): Work<readonly TraceEntry[]> {
		this.#take(entries);
		while (this.#original === entries && this.#entries.length < length) {
			const entry = entries[this.#entries.length]!;
			this.#entries.push(this.#masked(entry));
			yield;
		}
		return this.#entries;
	}

	#take(entries: readonly TraceEntry[]): void {
		if (entries === this.#original) return;
		this.#original = entries;
		this.#masker = new Masker();
		this.#entries = [];
	}

	#masked(entry: TraceEntry): TraceEntry {
		if (entry.data === undefined) return entry;
		this.#masker.learn(entry.data);
		return { ...entry, data: this.#masker.json(entry.data) };
	}
}

import type { TraceEntry } from './entry';
import { Masker } from './mask';

/** A trace that grows, with addresses and ICE credentials masked: each value alike from first to last. */
export class MaskedEntries {
	/** The list that was masked, and what came of it. */
	#original: readonly TraceEntry[] = [];
	#masker = new Masker();
	#entries: TraceEntry[] = [];

	/** The entries masked. Of a list that has grown, only what is new is looked at. */
	of(entries: readonly TraceEntry[]): readonly TraceEntry[] {
		if (entries !== this.#original) {
			this.#original = entries;
			this.#masker = new Masker();
			this.#entries = [];
		}
		while (this.#entries.length < entries.length) {
			const entry = entries[this.#entries.length]!;
			if (entry.data === undefined) {
				this.#entries.push(entry);
				continue;
			}
			this.#masker.learn(entry.data);
			this.#entries.push({ ...entry, data: this.#masker.json(entry.data) });
		}
		return this.#entries;
	}
}

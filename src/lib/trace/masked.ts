import type { TraceEntry } from './entry';
import { Masker } from './mask';

/** A trace that grows, with addresses and ICE credentials masked: each value alike from first to last. */
export class MaskedEntries {
	readonly #masker = new Masker();
	readonly #entries: TraceEntry[] = [];

	/** The entries masked, as far as there are any; only what is new is looked at. */
	of(entries: readonly TraceEntry[]): readonly TraceEntry[] {
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

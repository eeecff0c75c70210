import type { TraceEntry } from './entry';
import { EMPTY_VIEW, fold } from './reduce';
import type { SessionView } from './view';

/** Views of a trace, folded as far as they were asked for and kept. */
export class Views {
	/** The list whose views are kept. */
	#entries: readonly TraceEntry[] = [];
	#head = EMPTY_VIEW;
	#past = EMPTY_VIEW;

	/** The view of the first `length` entries. A later one costs only what is new since the one before. */
	of(entries: readonly TraceEntry[], length: number): SessionView {
		if (entries !== this.#entries) {
			this.#entries = entries;
			this.#head = this.#past = EMPTY_VIEW;
		}
		if (length < entries.length) {
			if (this.#past.length > length) this.#past = EMPTY_VIEW;
			while (this.#past.length < length) {
				this.#past = fold(this.#past, entries[this.#past.length]!);
			}
			return this.#past;
		}
		while (this.#head.length < length) {
			this.#head = fold(this.#head, entries[this.#head.length]!);
		}
		return this.#head;
	}
}

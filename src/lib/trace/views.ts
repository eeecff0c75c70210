import type { TraceEntry } from './entry';
import { Lists } from './lists';
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
			return (this.#past = upTo(length, this.#past, entries));
		}
		return (this.#head = upTo(length, this.#head, entries));
	}
}

/** The view with those entries folded into it that it lacks of the first `length`. */
function upTo(length: number, from: SessionView, entries: readonly TraceEntry[]): SessionView {
	const lists = new Lists();
	let view = from;
	while (view.length < length) view = fold(view, entries[view.length]!, lists);
	return view;
}

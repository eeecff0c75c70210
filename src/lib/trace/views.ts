import { EMPTY_VIEW } from './empty-view';
import type { TraceEntry } from './entry';
import { Lists } from './lists';
import { fold, reducing } from './reduce';
import type { SessionView } from './view';
import type { Work } from './work';

/** How many views of a long trace are kept on the way through it, and how far apart they are at least. */
const KEPT = 64;
const APART = 500;

/** Views of a trace, folded as far as they were asked for and kept. */
export class Views {
	/** The list whose views are kept. */
	#entries: readonly TraceEntry[] = [];
	#head = EMPTY_VIEW;
	#past = EMPTY_VIEW;
	/** Views of the past, the earliest first: what lies behind one is not folded again from the beginning. */
	#kept: SessionView[] = [];

	/**
	 * The view of the first `length` entries. A later one costs only what is new since the one before; an
	 * earlier one what is new since the nearest that was kept.
	 */
	of(entries: readonly TraceEntry[], length: number): SessionView {
		if (entries !== this.#entries) this.#begin(entries, EMPTY_VIEW);
		if (length < entries.length) return (this.#past = this.#lookBack(length));
		return (this.#head = upTo(length, this.#head, entries));
	}

	/** Folds all entries, one at a time: what is asked for afterwards costs what it would have cost since. */
	*folding(entries: readonly TraceEntry[]): Work<SessionView> {
		const view = yield* reducing(entries);
		this.#begin(entries, view);
		return view;
	}

	#begin(entries: readonly TraceEntry[], head: SessionView): void {
		this.#entries = entries;
		this.#head = head;
		this.#past = EMPTY_VIEW;
		this.#kept = [];
	}

	#lookBack(length: number): SessionView {
		const kept = this.#kept.findLast((view) => view.length <= length) ?? EMPTY_VIEW;
		const isNearer = this.#past.length <= length && this.#past.length > kept.length;
		let view = isNearer ? this.#past : kept;
		const apart = Math.max(APART, Math.ceil(this.#entries.length / KEPT));
		while (view.length < length) {
			view = upTo(Math.min(length, view.length + apart), view, this.#entries);
			if (view.length >= (this.#kept.at(-1)?.length ?? 0) + apart) this.#kept.push(view);
		}
		return view;
	}
}

/** The view with those entries folded into it that it lacks of the first `length`. */
function upTo(length: number, from: SessionView, entries: readonly TraceEntry[]): SessionView {
	const lists = new Lists();
	let view = from;
	while (view.length < length) view = fold(view, entries[view.length]!, lists);
	return view;
}

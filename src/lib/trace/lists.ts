/**
 * The lists of the views that are folded in one go. A list is copied when it grows the first time, since a
 * view that somebody has may share it; the copy is nobody else's until the fold is over, and grows where it
 * is. So a fold of many entries costs what they are, and not each time all that came before.
 */
export class Lists {
	#own = new WeakSet<readonly unknown[]>();

	/** The list with one more item at its end. */
	append<T>(list: readonly T[], item: T): T[] {
		const own = this.#owned(list);
		own.push(item);
		return own;
	}

	/** The list in which the last item that fits is replaced. */
	replaceLast<T>(list: readonly T[], fits: (item: T) => boolean, replace: (item: T) => T): T[] {
		return this.replaceAt(list, list.findLastIndex(fits), replace);
	}

	/** The list in which the item at a place is replaced; nothing is, where the place is -1. */
	replaceAt<T>(list: readonly T[], index: number, replace: (item: T) => T): T[] {
		const own = this.#owned(list);
		if (index >= 0) own[index] = replace(own[index]!);
		return own;
	}

	#owned<T>(list: readonly T[]): T[] {
		if (this.#own.has(list)) return list as T[];
		const copy = [...list];
		this.#own.add(copy);
		return copy;
	}
}

import { Views, type TraceEntry } from '$lib/trace';

/** A recorded call, as far as it was played. */
export class Played {
	/** The recorded call. */
	readonly entries: readonly TraceEntry[];
	/** How many of its entries have come. */
	length = $state(0);
	isPlaying = $state(false);

	#views = new Views();
	readonly view = $derived.by(() => this.#views.of(this.entries, this.length));

	constructor(entries: readonly TraceEntry[]) {
		this.entries = entries;
	}

	get isOver(): boolean {
		return this.length >= this.entries.length;
	}

	/** Stops at an entry; null for the last. */
	stopAt(seq: number | null): void {
		this.isPlaying = false;
		this.length = seq === null ? this.entries.length : seq + 1;
	}
}

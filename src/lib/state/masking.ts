import { nextTurn } from '$lib/call/next-turn';
import { Views, type TraceEntry } from '$lib/trace';
import { MaskedEntries } from '$lib/trace/masked';
import type { Work } from '$lib/trace/work';
import { inSlices, oneSlice } from './in-slices';
import type { Masked } from './still-followed';

/**
 * The masked side of a walk: its entries and views as they are on a masked screen and in what is saved,
 * of one set of masks. Much is masked in slices, so that the page answers meanwhile; what is not masked
 * yet is shown nowhere.
 */
export class Masking implements Masked {
	readonly views = new Views();
	readonly #masked = new MaskedEntries();
	readonly #tell: () => void;
	/** The list whose entries are being masked in slices; null for none. */
	#pending: readonly TraceEntry[] | null = null;
	/** Whether the screen was not masked when it was read last. */
	#wasOpen = true;
	/** Whether what is being masked was on the screen before as it is. */
	#isBehind = false;

	/** @param tell called when more is masked than was shown last */
	constructor(tell: () => void) {
		this.#tell = tell;
	}

	/** The entries as they are: the screen is not masked. */
	open(entries: readonly TraceEntry[]): readonly TraceEntry[] {
		this.#wasOpen = true;
		return entries;
	}

	/**
	 * The entries masked, as many as are. What is new is masked at once where that is little; else the
	 * rest comes in slices, and the readers are told when it is there.
	 */
	shown(entries: readonly TraceEntry[]): readonly TraceEntry[] {
		const soFar = this.#masked.soFar(entries);
		if (soFar.length < entries.length && this.#pending !== entries) this.#goOn(entries);
		this.#wasOpen = false;
		return soFar;
	}

	/** Whether the screen was to be masked, and what it had shown is not masked yet. */
	isBehind(entries: readonly TraceEntry[]): boolean {
		this.shown(entries);
		return this.#isBehind;
	}

	/** All entries that there are now, masked in slices. @param between called between two of them */
	async whole(
		entries: readonly TraceEntry[],
		between?: () => void
	): Promise<readonly TraceEntry[]> {
		const { length } = entries;
		const masked = await inSlices(this.#masked.mask(entries, length), between);
		return masked.slice(0, length);
	}

	#goOn(entries: readonly TraceEntry[]): void {
		const work = this.#work(entries);
		this.#isBehind = false;
		this.#pending = null;
		if (oneSlice(work)) return;
		this.#pending = entries;
		this.#isBehind = this.#wasOpen;
		const rest = nextTurn().then(() => inSlices(work));
		void rest.then(() => {
			// Another list may have taken its place.
			if (this.#pending !== entries) return;
			this.#pending = null;
			this.#isBehind = false;
			this.#tell();
		});
	}

	/** Folds what it masks, too: the view of thousands of entries is work as well. */
	*#work(entries: readonly TraceEntry[]): Work<void> {
		const masked = this.#masked.soFar(entries);
		const work = this.#masked.mask(entries, entries.length);
		while (!work.next().done) {
			this.views.of(masked, masked.length);
			yield;
		}
	}
}

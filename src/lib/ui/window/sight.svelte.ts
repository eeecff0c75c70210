import { untrack } from 'svelte';
import { Heights, clippersOf, visiblePart } from './measure';
import { drawnOf, topsOf, type Drawn } from './window';

/** Drawn above and below what is seen, so that scrolling finds rows ready. */
const MARGIN = 500;
/** What is seen is noted in steps, for not each pixel draws other rows. */
const STEP = 120;
/** Milliseconds after which a row at rest on the screen counts as seen. */
const REST = 2500;

/** A row, by a key of its own. */
export interface Keyed {
	readonly key: string;
}

export interface Watched<Row extends Keyed> {
	rows(): readonly Row[];
	/** How high a row that was never drawn will be, in a list of that width: near enough. */
	estimate(row: Row, width: number): number;
	/** The indices of rows that stay drawn wherever they are, as the one with the focus. */
	kept(): readonly number[];
	/** Called with the rows that were on the screen long enough to be read. */
	onrest?(rows: readonly Row[]): void;
}

/** What is on the screen of a long list of rows, whoever scrolls it, and so what of it is drawn. */
export class Sight<Row extends Keyed> {
	readonly #watched: Watched<Row>;
	readonly #heights = new Heights(() => (this.#measured += 1));
	#measured = $state(0);
	#width = $state(0);
	#seen = $state.raw({ from: 0, to: 400 });
	#list: HTMLElement | undefined;
	#clippers: readonly HTMLElement[] = [];
	#resting: ReturnType<typeof setTimeout> | undefined;

	readonly #tops = $derived.by(() => {
		void this.#measured;
		return topsOf(
			this.#watched.rows(),
			(row) => this.#heights.of(row.key) ?? this.#watched.estimate(row, this.#width)
		);
	});

	/** The rows to be drawn, and the room of those that are not. */
	readonly drawn: Drawn[] = $derived.by(() => {
		const { from, to } = this.#seen;
		return drawnOf(this.#tops, from - MARGIN, to + MARGIN, this.#watched.kept());
	});

	/** An attachment for each row that is drawn, an element with a `data-key`. */
	readonly watchRow = this.#heights.watch;

	constructor(watched: Watched<Row>) {
		this.#watched = watched;
	}

	/** Looks again at what is seen: for when something may have moved the list. */
	readonly look = (): void => {
		if (!this.#list) return;
		const { from, to } = visiblePart(this.#list, this.#clippers);
		const steps = { from: Math.floor(from / STEP) * STEP, to: Math.ceil(to / STEP) * STEP };
		if (steps.from !== this.#seen.from || steps.to !== this.#seen.to) this.#seen = steps;
		clearTimeout(this.#resting);
		this.#resting = setTimeout(() => {
			const tops = this.#tops;
			const inView = (_: Row, at: number) => tops[at + 1]! > from && tops[at]! < to;
			this.#watched.onrest?.(this.#watched.rows().filter(inView));
		}, REST);
	};

	/** An attachment for the list: knows who scrolls it and how wide it is, and looks again when that changes. */
	readonly watchList = (list: HTMLElement): (() => void) => {
		this.#list = list;
		let frame = 0;
		const measure = () => {
			if (this.#width !== list.clientWidth) this.#heights.forget();
			this.#width = list.clientWidth;
			this.look();
		};
		const observer = new ResizeObserver(() => {
			// In the next frame: what is drawn in this one would be observed once more.
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(measure);
		});
		const begin = () => {
			observer.disconnect();
			this.#clippers = clippersOf(list);
			for (const one of [list, ...this.#clippers]) observer.observe(one);
			measure();
		};
		// What is seen changes with each scroll: the watch shall not begin anew with it.
		untrack(begin);
		window.addEventListener('resize', begin);
		// Whichever ancestor scrolls: these events do not bubble, but they can be captured.
		document.addEventListener('scroll', this.look, { capture: true, passive: true });
		return () => {
			this.#list = undefined;
			clearTimeout(this.#resting);
			cancelAnimationFrame(frame);
			observer.disconnect();
			window.removeEventListener('resize', begin);
			document.removeEventListener('scroll', this.look, { capture: true });
		};
	};
}

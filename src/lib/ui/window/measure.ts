/** The heights that rows really have, as they are drawn. */
export class Heights {
	readonly #known = new Map<string, number>();
	readonly #onchange: () => void;
	#observer: ResizeObserver | undefined;
	#told = false;

	/** @param onchange called in the frame after rows turned out to be of another height */
	constructor(onchange: () => void) {
		this.#onchange = onchange;
	}

	/** undefined for a row that was never drawn. */
	of(key: string): number | undefined {
		return this.#known.get(key);
	}

	/** Forgets all: rows of another width are of another height. */
	forget(): void {
		this.#known.clear();
	}

	/** Watches a row: an attachment for an element with a `data-key`. */
	readonly watch = (row: HTMLElement): (() => void) => {
		this.#observer ??= new ResizeObserver((entries) => this.#note(entries));
		this.#observer.observe(row);
		return () => this.#observer?.unobserve(row);
	};

	#note(entries: readonly ResizeObserverEntry[]): void {
		let isNews = false;
		for (const { target, borderBoxSize } of entries) {
			const { key } = (target as HTMLElement).dataset;
			const height = borderBoxSize[0]?.blockSize ?? 0;
			if (key === undefined || height === 0 || this.#known.get(key) === height) continue;
			this.#known.set(key, height);
			isNews = true;
		}
		if (!isNews || this.#told) return;
		this.#told = true;
		// Rows that were drawn from here would be observed in the same frame again and again.
		requestAnimationFrame(() => {
			this.#told = false;
			this.#onchange();
		});
	}
}

/** The elements around a list that cut it off: those that scroll, or hide what is too much. */
export function clippersOf(list: HTMLElement): HTMLElement[] {
	const clippers: HTMLElement[] = [];
	for (let element = list.parentElement; element !== null; element = element.parentElement) {
		// What the root and the body clip is cut at the window, which is always asked.
		if (element === document.body) break;
		if (getComputedStyle(element).overflowY !== 'visible') clippers.push(element);
	}
	return clippers;
}

/** The part of a list that is on the screen, in pixels from its top; whoever scrolls it. */
export function visiblePart(
	list: HTMLElement,
	clippers: readonly HTMLElement[]
): { from: number; to: number } {
	let [top, bottom] = [0, window.innerHeight];
	for (const clipper of clippers) {
		const box = clipper.getBoundingClientRect();
		top = Math.max(top, box.top);
		bottom = Math.min(bottom, box.bottom);
	}
	const start = list.getBoundingClientRect().top;
	return { from: top - start, to: Math.max(top, bottom) - start };
}

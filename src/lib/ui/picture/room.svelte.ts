import type { Attachment } from 'svelte/attachments';
import { nextTurn } from '$lib/call/next-turn';
import type { Size } from './geometry';

/** The room an element has, kept up to date; a guess until it is in a page, so that it can be rendered there. */
export class Room {
	#size = $state.raw<Size>({ width: 360, height: 190, type: 12 });

	get size(): Size {
		return this.#size;
	}

	/** Watches the element: its inner size and the size of its type, in pixels. */
	readonly measured: Attachment<HTMLElement> = (element) => {
		const watcher = new ResizeObserver(() => this.#measure(element));
		watcher.observe(element);
		// That comes with a frame, for which whoever prints does not wait. To measure lays the page out, which is
		// not for the turn in which it is made.
		void nextTurn().then(() => this.#measure(element));
		return () => watcher.disconnect();
	};

	#measure(element: HTMLElement): void {
		const { clientWidth: width, clientHeight: height } = element;
		if (width === 0 || height === 0) return;
		const type = Number.parseFloat(getComputedStyle(element).fontSize);
		const { size } = this;
		if (size.width === width && size.height === height && size.type === type) return;
		this.#size = { width, height, type };
	}
}

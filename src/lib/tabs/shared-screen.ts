import type { Screen, ScreenChange } from './messages';

/** What a shared screen needs of its tab. */
export interface SharedScreenSurroundings {
	/** Whether this tab runs the walk. */
	isHost(): boolean;
	/** Tells all other tabs what the screen shows. */
	tell(screen: Screen): void;
	/** Asks the host for a change. */
	wish(change: ScreenChange): void;
	changed(): void;
}

/**
 * What is on the screen beside the walk, the same in every tab. Two tabs may change it at once: what
 * comes of both, the host alone can say.
 */
export class SharedScreen {
	readonly #surroundings: SharedScreenSurroundings;
	#shown: Screen;

	/** @param shown where no other tab says it */
	constructor(shown: Screen, surroundings: SharedScreenSurroundings) {
		this.#shown = shown;
		this.#surroundings = surroundings;
	}

	get shown(): Screen {
		return this.#shown;
	}

	/** Changes it: here at once, and in every tab by the host, which has the last word. */
	show(change: ScreenChange): void {
		if (this.#surroundings.isHost()) return this.tell(change);
		this.#surroundings.wish(change);
		this.hear({ ...this.#shown, ...change });
	}

	/** Changes it in every tab. Only the host may. */
	tell(change: Partial<Screen>): void {
		this.#shown = { ...this.#shown, ...change };
		this.#surroundings.tell(this.#shown);
		this.#surroundings.changed();
	}

	/** Shows what the host says. */
	hear(screen: Screen): void {
		this.#shown = screen;
		this.#surroundings.changed();
	}
}

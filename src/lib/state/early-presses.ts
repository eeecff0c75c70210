import type { Walk } from '$lib/call/walk';

/** What was pressed before a walk had begun, the oldest first: it is done as soon as the walk can be told. */
export class EarlyPresses {
	readonly #presses: (() => void)[] = [];

	keep(press: () => void): void {
		this.#presses.push(press);
	}

	/** @param isBusy whether the walk cannot be told yet; asked again whenever it changed */
	doIn(walk: Pick<Walk, 'subscribe'>, isBusy: () => boolean): void {
		if (this.#presses.length === 0) return;
		const look = () => {
			if (isBusy()) return;
			stop();
			for (const press of this.#presses.splice(0)) press();
		};
		const stop = walk.subscribe(look);
		look();
	}
}

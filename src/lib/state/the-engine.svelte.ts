import { chunk } from '$lib/deck/chunk';
import type * as Engine from './engine';
import { patiently } from './patiently';

/** What runs a walk: fetched when it is asked for first, and as often as it takes. */
class TheEngine {
	/** Whether it could not be fetched, and is waited for. */
	isWaiting = $state(false);
	#asked: Promise<typeof Engine> | null = null;

	get(): Promise<typeof Engine> {
		return (this.#asked ??= this.#fetch());
	}

	async #fetch(): Promise<typeof Engine> {
		const load = chunk(() => import('./engine'), 'createWalk');
		const loaded = await patiently(load, {
			first: 300,
			longest: 8000,
			// The page needs it for as long as it lives.
			signal: new AbortController().signal,
			waits: () => (this.isWaiting = true)
		});
		this.isWaiting = false;
		return loaded;
	}
}

/** One for the page: its walks have it in common. */
export const theEngine = new TheEngine();

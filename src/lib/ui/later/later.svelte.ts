import { chunk } from '$lib/deck/chunk';
import { Lost } from '$lib/state/fetched-first';
import { idle } from '$lib/state/idle';
import { patiently } from '$lib/state/patiently';
import type * as Bench from './bench';
import type * as Checks from './checks';
import type * as Parts from './parts';
import type * as Tools from './tools';

/** What comes once the slide can be read, and is there before anybody asks for it. */
class Later {
	/** What is read; null until it is there. */
	parts: typeof Parts | null = $state.raw(null);
	/** What else can be done; null until it is there. */
	tools: typeof Tools | null = $state.raw(null);
	/** What breaks a call on purpose; null until it is there. */
	bench: typeof Bench | null = $state.raw(null);
	/** What reads answers from a call; null until it is there. */
	checks: typeof Checks | null = $state.raw(null);
	/** Whether something could not be fetched, and is waited for. */
	isWaiting = $state(false);
	/** Whether it will not come in this document: the browser remembers that something of it was lost. */
	isLost = $state(false);
	#isAsked = false;

	/** Fetches it once the browser has nothing else to do, one after the other, as often as it takes. */
	async want(): Promise<void> {
		// Where there is no page there is nobody to fetch it for.
		if (this.#isAsked || typeof document === 'undefined') return;
		this.#isAsked = true;
		await idle();
		this.parts = await this.#fetch(() => import('./parts'), 'DescriptionsTab');
		this.tools = await this.#fetch(() => import('./tools'), 'MachineTab');
		this.bench = await this.#fetch(() => import('./bench'), 'Workbench');
		this.checks = await this.#fetch(() => import('./checks'), 'CHECKS');
	}

	async #fetch<T extends object>(load: () => Promise<T>, named: keyof T & string): Promise<T> {
		const loaded = await patiently(chunk(load, named), {
			first: 500,
			longest: 15_000,
			waits: (error) => {
				this.isWaiting = true;
				this.isLost = error instanceof Lost;
			}
		});
		this.isWaiting = false;
		this.isLost = false;
		return loaded;
	}
}

/** Whoever shows a part asks for it, and shows it when it is there. */
export const later = new Later();

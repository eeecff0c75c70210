import type { Walk } from '$lib/call/walk';
import type { Source } from '$lib/steps';
import { PEER_NAMES, type PeerName } from '$lib/trace';
import { allowedSources, needsCamera } from './allowed-sources';

/**
 * Leads a walk so that nobody is asked for a camera who did not press for it: a replay is no press, and
 * on a stage none is.
 */
export class Care {
	readonly #walk: Walk;
	readonly #mayAsk: boolean;
	/** The browser is asked whether the camera is allowed, before a step. */
	#isLookingUp = false;
	#hasEnded = false;

	/** @param mayAsk whether a press of Next may ask for a camera */
	constructor(walk: Walk, mayAsk: boolean) {
		this.#walk = walk;
		this.#mayAsk = mayAsk;
	}

	/**
	 * One press further. Where nobody may be asked for a camera that one of the steps on the way opens,
	 * the browser is consulted first: what it allowed when the page was opened may be so no more.
	 */
	next(): void {
		const { moments, at, done, goal, stale, error, sources } = this.#walk.snapshot.context;
		const first = stale === null && error === null ? done : 0;
		const last = Math.max(goal, moments[at + 1]?.steps ?? 0);
		if (this.#mayAsk || !needsCamera(sources, first, last)) {
			return this.#walk.send({ type: 'next' });
		}
		if (this.#isLookingUp) return;
		this.#isLookingUp = true;
		void allowedSources(sources, first, last).then((allowed) => {
			this.#isLookingUp = false;
			if (this.#hasEnded) return;
			this.#choose(allowed);
			this.#walk.send({ type: 'next' });
		});
	}

	/** Lets the test pattern stand in for a camera that is not allowed on the way to a moment. */
	async prepareFor(at: number): Promise<void> {
		const { moments, sources, done } = this.#walk.snapshot.context;
		this.#choose(await allowedSources(sources, done, moments[at]!.steps));
	}

	/** Whoever is asked now, nothing comes of it any more. */
	end(): void {
		this.#hasEnded = true;
	}

	#choose(sources: Record<PeerName, Source>): void {
		if (this.#hasEnded) return;
		for (const peer of PEER_NAMES) {
			this.#walk.send({ type: 'source.choose', peer, source: sources[peer] });
		}
	}
}

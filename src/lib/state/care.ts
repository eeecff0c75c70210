import type { Walk } from '$lib/call/walk';
import type { WalkEvent } from '$lib/call/walk-types';
import { PEER_NAMES } from '$lib/trace';
import { allowedSources, needsCamera } from './allowed-sources';

/** Steps that a press performs: those after `first` up to `last`. */
interface Way {
	first: number;
	last: number;
}

/**
 * Leads a walk so that nobody is asked for a camera who did not press for it: a replay is no press, and
 * on a stage none is. Where a press leads to a camera, the browser is asked first whether it is allowed;
 * what is pressed meanwhile comes after it, in its order.
 */
export class Care {
	readonly #walk: Walk;
	readonly #mayAsk: boolean;
	/** What was pressed and not told yet, the oldest first. */
	readonly #waiting: { event: WalkEvent; told: () => void }[] = [];
	/** The browser is asked about the camera, for the first of them. */
	#isAsking = false;
	#hasEnded = false;

	/** @param mayAsk whether a press of Next may ask for a camera */
	constructor(walk: Walk, mayAsk: boolean) {
		this.#walk = walk;
		this.#mayAsk = mayAsk;
	}

	/**
	 * Tells the walk what was pressed: at once, unless the browser has to be asked before it, or is for
	 * an earlier press.
	 *
	 * @returns resolves when it is told
	 */
	send(event: WalkEvent): Promise<void> {
		return new Promise((told) => {
			this.#waiting.push({ event, told });
			if (!this.#isAsking) void this.#tell();
		});
	}

	/** Whoever is asked now, nothing comes of it any more. */
	end(): void {
		this.#hasEnded = true;
	}

	/** What need not wait is told in one go, as if the browser had answered at once. */
	async #tell(): Promise<void> {
		for (let first = this.#waiting.shift(); first; first = this.#waiting.shift()) {
			const way = this.#wayToCamera(first.event);
			if (way) {
				this.#isAsking = true;
				await this.#prepare(way);
				this.#isAsking = false;
			}
			if (!this.#hasEnded) this.#walk.send(first.event);
			first.told();
		}
	}

	/** Lets the test pattern stand in for a camera that is not allowed. */
	async #prepare({ first, last }: Way): Promise<void> {
		const { course, sources } = this.#walk.snapshot.context;
		const allowed = await allowedSources(course, sources, first, last);
		if (this.#hasEnded) return;
		for (const peer of PEER_NAMES) {
			if (allowed[peer] === sources[peer]) continue;
			this.#walk.send({ type: 'source.prepare', peer, source: allowed[peer] });
		}
	}

	/** The steps that an event performs where a camera is opened in them unasked; null for none. */
	#wayToCamera(event: WalkEvent): Way | null {
		const way = this.#wayOf(event);
		const { course, sources } = this.#walk.snapshot.context;
		return way && needsCamera(course, sources, way.first, way.last) ? way : null;
	}

	#wayOf(event: WalkEvent): Way | null {
		const { snapshot } = this.#walk;
		const { moments, at, done, goal, stale, error } = snapshot.context;
		if (!snapshot.can(event)) return null;
		// Fresh peers open the camera anew; where one may ask, the one that is open is handed on to them.
		const isAfresh = !this.#mayAsk && (stale !== null || error !== null);
		const first = isAfresh ? 0 : done;
		if (event.type === 'next' && !this.#mayAsk) {
			return { first, last: Math.max(goal, moments[at + 1]?.steps ?? 0) };
		}
		if (event.type !== 'go.to') return null;
		const { steps } = moments[event.at]!;
		return steps > done ? { first, last: steps } : null;
	}
}

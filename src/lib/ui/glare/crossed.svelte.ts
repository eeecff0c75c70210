import {
	crossOffers,
	type Crossing,
	type CrossingEnd,
	type Happening
} from '$lib/rtc/crossed-offers';
import type { PeerName } from '$lib/trace';

/** Two offers that cross, as often as somebody wants to see it. */
export class Crossed {
	/** Which side gives way. */
	polite: Record<PeerName, boolean> = $state({ john: false, jane: true });
	/** What has happened, in its order. */
	happened: Happening[] = $state([]);
	/** How it came out; null before it has. */
	end: CrossingEnd | null = $state(null);
	/** What the two were when it began: what is chosen now may be something else. */
	played: Readonly<Record<PeerName, boolean>> | null = $state.raw(null);
	#crossing: Crossing | null = null;

	/** Lets both offer at once, on fresh connections; what ran before is given up. */
	start(): void {
		this.stop();
		this.happened = [];
		this.end = null;
		this.played = { ...this.polite };
		this.#crossing = crossOffers(
			this.played,
			(one) => this.happened.push(one),
			(end) => (this.end = end)
		);
	}

	/** Closes what is open. */
	stop(): void {
		this.#crossing?.stop();
		this.#crossing = null;
	}
}

import { PEER_NAMES, type PeerName } from '../trace';
import type { Host } from './host';
import type { MessageOf } from './messages';
import type { Mirror } from './mirror';
import type { Neighbours } from './neighbours';

/** What following others needs of its tab. */
export interface FollowingSurroundings {
	neighbours: Neighbours;
	mirror: Mirror;
	/** The deck whose moments this tab knows. */
	deck: string;
	/** The walk that this tab runs; null where it runs none. */
	host(): Host | null;
	/** Whether this tab holds a seat. */
	has(peer: PeerName): boolean;
	/** Says that this tab is here, to all or to one, and asks them to say the same where `ask` is true. */
	sayHere(ask: boolean, to?: string): void;
	changed(): void;
}

/**
 * What comes of tabs that come, say what they do, and go: the walk of the one that is host is followed,
 * or the walk that this tab runs is told who sits where.
 */
export class Following {
	readonly #surroundings: FollowingSurroundings;

	constructor(surroundings: FollowingSurroundings) {
		this.#surroundings = surroundings;
	}

	/** A tab says what it does. */
	here(message: MessageOf<'here'>, from: string): void {
		const { neighbours, host, has, sayHere, changed } = this.#surroundings;
		const isNew = !neighbours.knows(from);
		const hasChanged = this.#whereSeatsChange(() => neighbours.heard(from, message));
		this.follow();
		if (hasChanged) changed();
		// Of a crowd that only watches, each has told whom it knows.
		const isNeeded = host() !== null || PEER_NAMES.some(has);
		if (message.ask && (isNew || isNeeded)) sayHere(false, from);
	}

	/** A tab is here that has another version of the site. */
	otherVersion(id: string, site: string): void {
		const { neighbours, sayHere, changed } = this.#surroundings;
		// It understands as much of the answer: that a tab with another version is here.
		if (neighbours.heardVersion(id, site)) sayHere(false);
		changed();
	}

	/** A tab is no more. */
	gone(id: string): void {
		const { neighbours, mirror, sayHere, changed } = this.#surroundings;
		const wasFollowed = mirror.host === id;
		this.#whereSeatsChange(() => neighbours.gone(id));
		this.follow();
		// Its successor may have spoken before, and not have been believed.
		if (wasFollowed) sayHere(true);
		changed();
	}

	/** Follows whoever runs the walk, where that has the same moments. */
	follow(): void {
		const { neighbours, mirror, deck } = this.#surroundings;
		if (this.#surroundings.host()) return;
		const { host } = neighbours;
		const followed = host?.deck === deck ? host : null;
		const former = mirror.host;
		if (former !== null && former !== followed?.id) mirror.gone(former);
		if (followed) mirror.follow(followed.id, followed.term);
	}

	/** Tells the walk that runs here of every seat of another tab that has changed hands. */
	#whereSeatsChange<T>(change: () => T): T {
		const { neighbours, host, has } = this.#surroundings;
		const before = neighbours.holders;
		const changed = change();
		const after = neighbours.holders;
		for (const peer of PEER_NAMES) {
			if (has(peer) || before[peer] === after[peer]) continue;
			if (after[peer] === null) host()?.seatLeft(peer);
			else host()?.seatTaken(peer);
		}
		return changed;
	}
}

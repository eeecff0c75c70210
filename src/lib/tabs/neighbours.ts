import { PEER_NAMES, type PeerName } from '../trace';
import { Company, type Holders, type SeatView } from './company';
import { HOST_LOCK, seatLock, type Locks } from './locks';
import type { MessageOf } from './messages';
import type { By } from './table';
import { Watch } from './watch';

/** What is known of the tab that runs the walk. */
interface KnownHost {
	id: string;
	/** Since when, in ms: a later host is the right one. */
	term: number;
	deck: string;
}

/** What this needs of its tab. */
export interface NeighboursSurroundings {
	locks: Locks;
	/** The deck whose moments this tab knows. */
	deck: string;
	/** What carries the room. */
	by: By;
	/** Whether this tab runs the walk. */
	isHost(): boolean;
	/** Whether this tab holds a seat. */
	has(peer: PeerName): boolean;
	/** By which the others know this tab. */
	id(): string;
	/** Asks a tab to say that it is here. */
	ask(tab: string): void;
	changed(): void;
}

/** What a tab knows of the others in its room: who sits where, who runs the walk, who does not answer. */
export class Neighbours {
	readonly #surroundings: NeighboursSurroundings;
	readonly #company = new Company();
	readonly #watch: Watch;
	/** The versions of the site that tabs have which have another one, by the ids of the tabs. */
	readonly #versions = new Map<string, string>();
	#host: KnownHost | null = null;
	#latestTerm = 0;

	constructor(surroundings: NeighboursSurroundings) {
		this.#surroundings = surroundings;
		const { locks, id, ask, changed } = surroundings;
		this.#watch = new Watch({
			tabs: () => this.#needed(),
			locks: () => this.#unclaimed(),
			held: () => locks.held(),
			isSeen: () => !document.hidden,
			before: () => this.#company.before(id()),
			ask,
			changed
		});
	}

	begin(): void {
		this.#watch.begin();
	}

	end(): void {
		this.#watch.end();
	}

	/** A tab has said something, whatever it was. */
	answers(id: string): void {
		this.#watch.heard(id);
	}

	/** Whether a tab has said what it does. */
	knows(id: string): boolean {
		return this.#company.knows(id);
	}

	/** A tab has said what it does. @returns whether anything changed */
	heard(id: string, message: MessageOf<'here'>): boolean {
		const { hosting: term, deck } = message;
		const before = this.#host;
		if (term === null) this.#leaves(id);
		else if (before === null || before.id === id || term > before.term) {
			if (before?.id !== id || before.term !== term) this.#host = { id, term, deck };
			this.#latestTerm = Math.max(this.#latestTerm, term);
		}
		return this.#company.heard(id, message) || before !== this.#host;
	}

	/** A tab is here that has another version of the site. @returns whether that was not known */
	heardVersion(id: string, site: string): boolean {
		const isNew = !this.#versions.has(id);
		this.#versions.set(id, site);
		return isNew;
	}

	gone(id: string): void {
		this.#leaves(id);
		this.#company.gone(id);
		this.#versions.delete(id);
	}

	/** The tab that runs the walk, with whatever deck; null where none is known. */
	get host(): Readonly<KnownHost> | null {
		return this.#host;
	}

	/** When the latest host began of which anybody has said anything, in ms. */
	get latestTerm(): number {
		return this.#latestTerm;
	}

	/** The other versions of the site that are open in this room. */
	get otherVersions(): readonly string[] {
		return [...new Set(this.#versions.values())];
	}

	/** The deck that the host shows, where it is not this tab's. */
	get otherDeck(): string | null {
		const { isHost, deck } = this.#surroundings;
		return this.#host === null || isHost() || this.#host.deck === deck ? null : this.#host.deck;
	}

	/** Whether the walk is run by a tab that does not answer. */
	get hostIsSilent(): boolean {
		return !this.#surroundings.isHost() && this.#watch.isSilent(this.#host?.id ?? HOST_LOCK);
	}

	get holders(): Holders {
		return this.#company.holders;
	}

	/** Whether the others may be on other machines, whose clocks are not this one's. */
	get areFar(): boolean {
		return this.#surroundings.by !== 'browser';
	}

	/** The seats that other tabs hold. */
	get seats(): readonly PeerName[] {
		return this.#company.seats;
	}

	/** The seats that one tab holds. */
	seatsOf(id: string): readonly PeerName[] {
		return this.#company.seatsOf(id);
	}

	/** How many other tabs only watch. */
	get spectators(): number {
		return this.#company.spectators;
	}

	/** What is known of a seat that is not this tab's. */
	seatOf(peer: PeerName): SeatView {
		const tab = this.#company.at(peer);
		if (tab === null && !this.#watch.isHeld(seatLock(peer))) return { by: 'nobody', doing: null };
		const isSilent = this.#watch.isSilent(this.#company.holders[peer] ?? seatLock(peer));
		return {
			by: 'other',
			doing: isSilent ? 'silent' : (tab?.doing ?? null),
			...(tab && tab.deck !== this.#surroundings.deck && { otherDeck: tab.deck })
		};
	}

	#leaves(id: string): void {
		if (this.#host?.id === id) this.#host = null;
	}

	/** The tabs without which the walk does not go on. */
	#needed(): Set<string> {
		const needed = new Set(Object.values(this.#company.holders).filter((id) => id !== null));
		if (this.#host !== null && !this.#surroundings.isHost()) needed.add(this.#host.id);
		return needed;
	}

	#unclaimed(): string[] {
		const { isHost, has } = this.#surroundings;
		const seats = PEER_NAMES.filter((peer) => !has(peer) && this.#company.holders[peer] === null);
		return [
			...seats.map((peer) => seatLock(peer)),
			...(isHost() || this.#host !== null ? [] : [HOST_LOCK])
		];
	}
}

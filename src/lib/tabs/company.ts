import { PEER_NAMES, type PeerName } from '../trace';
import type { Doing, MessageOf } from './messages';

/** What is known of another tab. */
interface Tab {
	seats: readonly PeerName[];
	doing: Doing;
	/** The deck whose moments it knows. */
	deck: string;
}

/** Who sits in a seat: this tab, another, or nobody. */
export interface SeatView {
	by: 'this' | 'other' | 'nobody';
	/** `silent` where the tab does not answer; null where nobody sits there, or nothing was said yet. */
	doing: Doing | 'silent' | null;
	/** Whether the room reaches beyond this browser: whoever sits there may be on any machine. */
	isFar?: true;
	/** The deck of whoever sits there, where it is not this tab's: neither can follow the other. */
	otherDeck?: string;
}

/** The tab that holds each seat, by its id; null for none but perhaps this one. */
export type Holders = Readonly<Record<PeerName, string | null>>;

/** The other tabs of the room, as they describe themselves. */
export class Company {
	readonly #tabs = new Map<string, Tab>();
	/** Who claims a seat, in the order in which it was heard. */
	readonly #claims: Record<PeerName, readonly string[]> = { john: [], jane: [] };

	/** Whether a tab has described itself. */
	knows(id: string): boolean {
		return this.#tabs.has(id);
	}

	/** How many other tabs come before one by their ids, an order that all of them see. */
	before(id: string): number {
		return [...this.#tabs.keys()].filter((other) => other < id).length;
	}

	/** @returns whether anything changed */
	heard(id: string, { seats, doing, deck }: MessageOf<'here'>): boolean {
		const before = this.#tabs.get(id);
		this.#tabs.set(id, { seats, doing, deck });
		for (const peer of PEER_NAMES) this.#claim(peer, id, seats.includes(peer));
		return before?.doing !== doing || before.seats.join() !== seats.join();
	}

	gone(id: string): void {
		this.#tabs.delete(id);
		for (const peer of PEER_NAMES) this.#claim(peer, id, false);
	}

	/**
	 * Who holds each seat. Only one can; where a page was reloaded, its new self may be heard before it
	 * is known that the former is gone, and the claim that was made last is the true one.
	 */
	get holders(): Holders {
		return { john: this.#claims.john.at(-1) ?? null, jane: this.#claims.jane.at(-1) ?? null };
	}

	/** The seats that other tabs hold. */
	get seats(): readonly PeerName[] {
		const { holders } = this;
		return PEER_NAMES.filter((peer) => holders[peer] !== null);
	}

	/** The seats that one tab holds. */
	seatsOf(id: string): readonly PeerName[] {
		const { holders } = this;
		return PEER_NAMES.filter((peer) => holders[peer] === id);
	}

	/** The other tab that holds a seat; null where none does. */
	at(peer: PeerName): Readonly<Tab> | null {
		const holder = this.holders[peer];
		return holder === null ? null : this.#tabs.get(holder)!;
	}

	/** How many other tabs only watch. */
	get spectators(): number {
		return [...this.#tabs.values()].filter(({ seats }) => seats.length === 0).length;
	}

	#claim(peer: PeerName, id: string, claims: boolean): void {
		const others = this.#claims[peer];
		if (claims === others.includes(id)) return;
		this.#claims[peer] = claims ? [...others, id] : others.filter((one) => one !== id);
	}
}

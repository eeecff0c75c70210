import { PEER_NAMES, type PeerName } from '../trace';
import type { Doing, MessageOf } from './messages';

/** What is known of another tab. */
interface Tab {
	seats: readonly PeerName[];
	doing: Doing;
}

/** Who sits in a seat: this tab, another, or nobody. */
export interface SeatView {
	by: 'this' | 'other' | 'nobody';
	doing: Doing | null;
}

/** The other tabs of the room, as they describe themselves. */
export class Company {
	readonly #tabs = new Map<string, Tab>();

	/** @returns whether anything changed */
	heard(id: string, { seats, doing }: MessageOf<'here'>): boolean {
		const before = this.#tabs.get(id);
		this.#tabs.set(id, { seats, doing });
		return before?.doing !== doing || before.seats.join() !== seats.join();
	}

	gone(id: string): void {
		this.#tabs.delete(id);
	}

	/** The seats that other tabs hold. */
	get seats(): readonly PeerName[] {
		return PEER_NAMES.filter((peer) => this.#holderOf(peer));
	}

	/** The seats that one tab holds. */
	seatsOf(id: string): readonly PeerName[] {
		return this.#tabs.get(id)?.seats ?? [];
	}

	/** What whoever holds a seat is doing; null where no other tab does. */
	doingAt(peer: PeerName): Doing | null {
		return this.#holderOf(peer)?.doing ?? null;
	}

	/** How many other tabs only watch. */
	get spectators(): number {
		return [...this.#tabs.values()].filter(({ seats }) => seats.length === 0).length;
	}

	#holderOf(peer: PeerName): Tab | undefined {
		return [...this.#tabs.values()].find(({ seats }) => seats.includes(peer));
	}
}

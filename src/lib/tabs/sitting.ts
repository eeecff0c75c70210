import type { Cameras } from '../rtc/camera';
import { PEER_NAMES, type PeerName } from '../trace';
import type { Hosting } from './hosting';
import type { Mirror } from './mirror';
import type { Neighbours } from './neighbours';
import type { OwnSeats } from './own-seats';
import type { RoomWishes, Seating } from './room';

/** What sitting down needs of its tab. */
export interface SittingSurroundings {
	/** Ends all waiting. */
	signal: AbortSignal;
	seats: OwnSeats;
	cameras: Cameras;
	mirror: Mirror;
	neighbours: Neighbours;
	hosting: Hosting;
	/** Whether a seat is still wanted once whoever has it now is gone. */
	inherits: boolean;
	/** Says that this tab is here. */
	sayHere(): void;
	changed(): void;
}

/** How a tab comes to its seats, and what comes of losing one. */
export class Sitting implements Seating {
	readonly #surroundings: SittingSurroundings;

	constructor(surroundings: SittingSurroundings) {
		this.#surroundings = surroundings;
	}

	/** Sits down as this tab comes into the room. */
	async sitDown({ seats, takesOver = [] }: Pick<RoomWishes, 'seats' | 'takesOver'>): Promise<void> {
		if (takesOver.length > 0) await this.takeOver(takesOver);
		await this.takeSeats(seats);
	}

	/** Sits down in seats that are free. Who sits somewhere takes part, and may become the host. */
	async takeSeats(peers: readonly PeerName[]): Promise<void> {
		const { seats } = this.#surroundings;
		const before = seats.peers.length;
		await seats.take(peers);
		this.#hasMoved(seats.peers.length > before);
	}

	async takeOver(peers: readonly PeerName[]): Promise<void> {
		const { seats, mirror, neighbours, hosting } = this.#surroundings;
		const staysWithOther = (peer: PeerName) =>
			!peers.includes(peer) && !seats.has(peer) && neighbours.seatOf(peer).by === 'other';
		const isFollowed = mirror.host !== null && !neighbours.hostIsSilent;
		const sit = () => seats.seize(peers);
		if (hosting.host || (isFollowed && PEER_NAMES.some(staysWithOther))) await sit();
		else await hosting.seize(sit);
		this.#hasMoved();
	}

	/** Sits down in seats as soon as whoever is there has left them for good, where this tab wants that. */
	inherit(peers: readonly PeerName[]): void {
		if (this.#surroundings.inherits) for (const peer of peers) void this.#inherit(peer);
	}

	/** Another tab has sat down where this one sat. */
	lose(peer: PeerName): void {
		const { seats, cameras, neighbours, hosting } = this.#surroundings;
		hosting.host?.seatLeft(peer);
		if (neighbours.holders[peer] !== null) hosting.host?.seatTaken(peer);
		if (seats.peers.length === 0) cameras.release();
		this.#hasMoved();
		this.inherit([peer]);
	}

	/** @param isElsewhere whether this tab sits elsewhere than it did: else nobody in a crowd needs to hear of it again */
	#hasMoved(isElsewhere = true): void {
		const { signal, hosting, sayHere, changed } = this.#surroundings;
		if (signal.aborted) return;
		if (isElsewhere) sayHere();
		changed();
		void hosting.wait();
	}

	async #inherit(peer: PeerName): Promise<void> {
		const { signal, seats } = this.#surroundings;
		while (!signal.aborted && !seats.has(peer)) {
			await seats.whenLeft(peer, signal);
			if (!signal.aborted) await this.takeSeats([peer]);
		}
	}
}

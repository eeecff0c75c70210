import { PEER_NAMES, type PeerName } from '../trace';
import { seatLock, type Release, type Locks } from './locks';
import { Seat, type SeatSurroundings, type ToSeat } from './seat';

/** Milliseconds that a seat is waited for: a page that was reloaded meets the lock of its former self. */
const PATIENCE = 1000;
/** Milliseconds in which a page that was reloaded is back. */
const RETURN = 2 * PATIENCE;

/** What the seats of a tab need of it. */
export interface OwnSeatsSurroundings extends SeatSurroundings {
	/** This tab has sat down. */
	sat(peer: PeerName): void;
	/** Another tab has sat down where this one sat. */
	lost(peer: PeerName): void;
}

/** The seats that this tab holds. */
export class OwnSeats {
	readonly #locks: Locks;
	readonly #surroundings: OwnSeatsSurroundings;
	readonly #seats = new Map<PeerName, { seat: Seat; release: Release }>();
	readonly #lost = new Set<PeerName>();
	#hasEnded = false;

	constructor(locks: Locks, surroundings: OwnSeatsSurroundings) {
		this.#locks = locks;
		this.#surroundings = surroundings;
	}

	get peers(): readonly PeerName[] {
		return PEER_NAMES.filter((peer) => this.#seats.has(peer));
	}

	/** The seats that were this tab's until another took them away. */
	get lost(): readonly PeerName[] {
		return PEER_NAMES.filter((peer) => this.#lost.has(peer));
	}

	has(peer: PeerName): boolean {
		return this.#seats.has(peer);
	}

	/** Whether a step is under way in one of them. */
	get areWorking(): boolean {
		return [...this.#seats.values()].some(({ seat }) => seat.isWorking);
	}

	/** How much came through their wires that was no message. */
	get refused(): number {
		return [...this.#seats.values()].reduce((sum, { seat }) => sum + seat.refused, 0);
	}

	/** Sits down in those of some seats that are free. */
	async take(peers: readonly PeerName[]): Promise<void> {
		for (const peer of peers) {
			if (this.#seats.has(peer)) continue;
			const lost = () => this.#lose(peer);
			const release = await this.#locks.holdIfFree(seatLock(peer), PATIENCE, lost);
			if (release !== null) this.#sit(peer, release);
		}
	}

	/**
	 * Sits down also where other tabs sit, who need not answer.
	 * @throws as `LockManager.request` rejects
	 */
	async seize(peers: readonly PeerName[]): Promise<void> {
		for (const peer of peers) {
			if (this.#seats.has(peer)) continue;
			const lost = () => this.#lose(peer);
			this.#sit(peer, await this.#locks.hold(seatLock(peer), { seizes: true, lost }));
		}
	}

	/**
	 * Waits until somebody who holds a seat is gone, and does not come back: a page that was reloaded
	 * takes it again before this resolves.
	 */
	async whenLeft(peer: PeerName, signal: AbortSignal): Promise<void> {
		await this.#locks.whenFree(seatLock(peer), signal);
		await new Promise((resolve) => setTimeout(resolve, RETURN));
	}

	/** @returns whether it is for one of them */
	hear(message: ToSeat): boolean {
		const own = this.#seats.get(message.peer);
		own?.seat.hear(message);
		return own !== undefined;
	}

	/** Closes their peers, and leaves them to others. */
	end(): void {
		this.#hasEnded = true;
		for (const { seat } of this.#seats.values()) seat.close();
		for (const { release } of this.#seats.values()) release();
	}

	#sit(peer: PeerName, release: Release): void {
		if (this.#hasEnded) return release();
		this.#seats.set(peer, { seat: new Seat(peer, this.#surroundings), release });
		this.#lost.delete(peer);
		this.#surroundings.sat(peer);
	}

	#lose(peer: PeerName): void {
		if (this.#hasEnded) return;
		this.#seats.get(peer)?.seat.close();
		this.#seats.delete(peer);
		this.#lost.add(peer);
		this.#surroundings.lost(peer);
	}
}

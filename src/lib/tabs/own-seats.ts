import { PEER_NAMES, type PeerName } from '../trace';
import { seatLock, type Release, type TabLocks } from './locks';
import { Seat, type SeatSurroundings, type ToSeat } from './seat';

/** Milliseconds that a seat is waited for: a page that was reloaded meets the lock of its former self. */
const PATIENCE = 1000;
/** Milliseconds in which a page that was reloaded is back. */
const RETURN = 2 * PATIENCE;

/** The seats that this tab holds. */
export class OwnSeats {
	readonly #locks: TabLocks;
	readonly #surroundings: SeatSurroundings;
	readonly #seats = new Map<PeerName, Seat>();
	readonly #releases: Release[] = [];
	#hasEnded = false;

	constructor(locks: TabLocks, surroundings: SeatSurroundings) {
		this.#locks = locks;
		this.#surroundings = surroundings;
	}

	get peers(): readonly PeerName[] {
		return PEER_NAMES.filter((peer) => this.#seats.has(peer));
	}

	has(peer: PeerName): boolean {
		return this.#seats.has(peer);
	}

	/** Whether a step is under way in one of them. */
	get areWorking(): boolean {
		return [...this.#seats.values()].some((seat) => seat.isWorking);
	}

	/** How much came through their wires that was no message. */
	get refused(): number {
		return [...this.#seats.values()].reduce((sum, seat) => sum + seat.refused, 0);
	}

	/** Sits down, if the seat is free. @returns whether this tab has taken the seat just now */
	async take(peer: PeerName): Promise<boolean> {
		if (this.#seats.has(peer)) return false;
		const release = await this.#locks.holdIfFree(seatLock(peer), PATIENCE);
		if (release === null) return false;
		if (this.#hasEnded) {
			release();
			return false;
		}
		this.#releases.push(release);
		this.#seats.set(peer, new Seat(peer, this.#surroundings));
		return true;
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
		const seat = this.#seats.get(message.peer);
		seat?.hear(message);
		return seat !== undefined;
	}

	/** Closes their peers, and leaves them to others. */
	end(): void {
		this.#hasEnded = true;
		for (const seat of this.#seats.values()) seat.close();
		for (const release of this.#releases) release();
	}
}

import { walkMachine } from '../call/walk-machine';
import { monotonicEpoch, PEER_NAMES, type PeerName, type Trace } from '../trace';
import { Host, type HostSurroundings } from './host';
import { HostLock } from './host-lock';
import type { Locks } from './locks';
import type { Mirror } from './mirror';
import type { Neighbours } from './neighbours';
import type { RoomWishes } from './room';

/** What is needed of a tab that may run the walk. */
export interface HostingSurroundings extends Omit<HostSurroundings, 'trace'> {
	locks: Locks;
	/** Ends all waiting. */
	signal: AbortSignal;
	trace: Trace;
	mirror: Mirror;
	neighbours: Neighbours;
	opening: RoomWishes['opening'];
	/** The seats that this tab holds. */
	own(): readonly PeerName[];
	/** Whether a recorded call is on the screen. */
	isRecorded(): boolean;
	/** This tab is the host: the others are told before anything comes of it. */
	begins(): void;
	/** The walk has begun, or goes on. */
	begun(isRecorded: boolean): void;
	/** Another tab runs the walk from now on. */
	stepsDown(): void;
	changed(): void;
}

/** How a tab comes to run the walk, and how it stops. */
export class Hosting {
	readonly #surroundings: HostingSurroundings;
	readonly #lock: HostLock;
	#host: Host | null = null;

	constructor(surroundings: HostingSurroundings) {
		this.#surroundings = surroundings;
		this.#lock = new HostLock(surroundings.locks, surroundings.signal, {
			won: () => this.#become(),
			lost: () => this.#stepDown()
		});
	}

	/** The walk that this tab runs; null where another does, or nobody. */
	get host(): Host | null {
		return this.#host;
	}

	/** Runs the walk when it is this tab's turn, where it sits somewhere; else it does not wait for that. */
	async wait(): Promise<void> {
		if (this.#surroundings.own().length > 0) await this.#lock.wait();
		else this.#lock.giveUp();
	}

	/**
	 * Takes the walk away from whoever runs it, who need not answer.
	 * @param prepare what is waited for before it goes on here
	 * @throws as `LockManager.request` rejects
	 */
	seize(prepare: () => Promise<void>): Promise<void> {
		return this.#lock.seize(prepare);
	}

	/** Stops what runs here, and leaves the walk to others. */
	end(): void {
		this.#host?.end();
		this.#lock.release();
	}

	async #become(): Promise<void> {
		const { trace, mirror, neighbours, opening, signal } = this.#surroundings;
		const { own, isRecorded, begins, begun, changed } = this.#surroundings;
		const goesOn = mirror.isWhole && trace.attempt > 0;
		if (!goesOn) trace.clear();
		// The former host is no more, or does not answer, though that may not have been heard yet.
		if (mirror.host !== null) neighbours.gone(mirror.host);
		const { input, recording } = await opening(isRecorded(), goesOn);
		if (signal.aborted || !this.#lock.isHeld) return;
		const taken = [...own(), ...neighbours.seats];
		const absent = PEER_NAMES.filter((peer) => !taken.includes(peer));
		const { value, context } = mirror.snapshot;
		const beginning = {
			taken,
			recording,
			input: { ...input, absent },
			...(goesOn && {
				snapshot: walkMachine.resolveState({ value, context: { ...context, absent } })
			})
		};
		// Later than any other, also where the clocks of two tabs do not agree.
		const term = Math.max(monotonicEpoch(), neighbours.latestTerm + 1);
		const host = new Host(term, beginning, this.#surroundings);
		this.#host = host;
		host.actor.subscribe(changed);
		begins();
		host.begin(goesOn);
		begun(recording !== null);
	}

	#stepDown(): void {
		const { mirror, signal, stepsDown } = this.#surroundings;
		if (signal.aborted) return;
		if (this.#host) {
			mirror.keep(this.#host.actor.getSnapshot());
			this.#host.end();
			this.#host = null;
			stepsDown();
		}
		void this.wait();
	}
}

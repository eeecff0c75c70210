import { HOST_LOCK, type Release, type Locks } from './locks';

/** What happens to a tab that holds the lock of the host. */
export interface HostLockSurroundings {
	/** This tab runs the walk from now on. */
	won(): Promise<void>;
	/** Another tab has taken the walk away. */
	lost(): void;
}

/** The right to run the walk: one tab has it at a time. It is waited for in turn, or taken away. */
export class HostLock {
	readonly #locks: Locks;
	readonly #signal: AbortSignal;
	readonly #surroundings: HostLockSurroundings;
	#release: Release | null = null;
	#waiting: AbortController | null = null;

	/** @param signal where it comes, nothing is waited for any more */
	constructor(locks: Locks, signal: AbortSignal, surroundings: HostLockSurroundings) {
		this.#locks = locks;
		this.#signal = signal;
		this.#surroundings = surroundings;
	}

	get isHeld(): boolean {
		return this.#release !== null;
	}

	/** Runs the walk when it is this tab's turn. */
	async wait(): Promise<void> {
		if (this.#waiting || this.isHeld) return;
		const waiting = new AbortController();
		this.#waiting = waiting;
		const signal = AbortSignal.any([waiting.signal, this.#signal]);
		try {
			this.#release = await this.#locks.hold(HOST_LOCK, { signal, lost: this.#lost });
		} catch {
			return;
		} finally {
			if (this.#waiting === waiting) this.#waiting = null;
		}
		if (this.#signal.aborted) this.release();
		else await this.#surroundings.won();
	}

	/** Waits no more. */
	giveUp(): void {
		this.#waiting?.abort();
		this.#waiting = null;
	}

	/**
	 * Takes the right away from whoever has it; before it is used, `prepare` is waited for.
	 * @throws as `LockManager.request` rejects
	 */
	async seize(prepare: () => Promise<void>): Promise<void> {
		this.giveUp();
		this.#release = await this.#locks.hold(HOST_LOCK, { seizes: true, lost: this.#lost });
		await prepare();
		if (this.#signal.aborted) this.release();
		else if (this.isHeld) await this.#surroundings.won();
	}

	release(): void {
		this.#release?.();
		this.#release = null;
	}

	readonly #lost = () => {
		this.#release = null;
		this.#surroundings.lost();
	};
}

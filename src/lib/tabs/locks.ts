/** Lets a lock go. */
export type Release = () => void;

/** How a lock is held. */
export interface Holding {
	/** Where it comes first, the lock is not waited for any more. */
	signal?: AbortSignal;
	/** The lock is taken away from whoever holds it; that one need not answer, nor agree. */
	seizes?: boolean;
	/** Another tab has taken the lock away. */
	lost?: () => void;
}

/** Who is here and who sits where, in one room: a lock is let go as well when whoever holds it is gone. */
export interface Locks {
	/**
	 * Waits for a lock and holds it.
	 * @throws the reason of the signal where that comes first
	 */
	hold(what: string, holding?: Holding): Promise<Release>;
	/**
	 * Holds a lock if that can be had within a while: a page that is reloaded may be here before the
	 * lock of its former self is gone.
	 *
	 * @param patience in milliseconds
	 * @param lost another tab has taken the lock away
	 * @returns null where somebody else keeps it
	 */
	holdIfFree(what: string, patience: number, lost?: () => void): Promise<Release | null>;
	/** Resolves as soon as nobody holds the lock; never where the signal comes first. */
	whenFree(what: string, signal: AbortSignal): Promise<void>;
	/** What is held at this moment, by anybody. */
	held(): Promise<Set<string>>;
}

/** @see Locks.holdIfFree */
export async function holdIfFree(
	locks: Pick<Locks, 'hold'>,
	what: string,
	patience: number,
	lost?: () => void
): Promise<Release | null> {
	try {
		return await locks.hold(what, {
			signal: AbortSignal.timeout(patience),
			...(lost && { lost })
		});
	} catch {
		return null;
	}
}

/**
 * Who is here and who sits where, by the Web Locks API: the browser itself lets a lock go when the tab
 * that holds it is closed, reloaded, or has crashed. All names are within one room.
 */
export class TabLocks implements Locks {
	readonly #prefix: string;
	readonly #locks: LockManager;

	/** @param locks injected by tests; the browser's own otherwise */
	constructor(room: string, locks: LockManager = navigator.locks) {
		this.#prefix = `parley/${room}/`;
		this.#locks = locks;
	}

	/**
	 * Waits for a lock and holds it.
	 * @throws the reason of the signal where that comes first; else as `LockManager.request` rejects
	 */
	hold(what: string, { signal, seizes, lost }: Holding = {}): Promise<Release> {
		return new Promise((resolve, reject) => {
			let isHeld = false;
			this.#request(what, { ...(signal && { signal }), ...(seizes && { steal: true }) }, () => {
				isHeld = true;
				return new Promise<void>((release) => resolve(release));
			}).catch((reason: unknown) => {
				if (isHeld) lost?.();
				else reject(reason as DOMException);
			});
		});
	}

	/** @throws as `LockManager.request` rejects: a `SecurityError` where site data is blocked */
	async #request(
		what: string,
		options: LockOptions,
		granted: () => Promise<void> | void
	): Promise<void> {
		await this.#locks.request(this.#prefix + what, options, granted);
	}

	/** @see Locks */
	holdIfFree(what: string, patience: number, lost?: () => void): Promise<Release | null> {
		return holdIfFree(this, what, patience, lost);
	}

	/** Resolves as soon as nobody holds the lock; never where the signal comes first. */
	whenFree(what: string, signal: AbortSignal): Promise<void> {
		return new Promise((resolve) => {
			this.#request(what, { mode: 'shared', signal }, resolve).catch(() => undefined);
		});
	}

	/**
	 * What is held at this moment, by anybody.
	 * @throws as `LockManager.query` rejects: a `SecurityError` where site data is blocked
	 */
	async held(): Promise<Set<string>> {
		const { held = [] } = await this.#locks.query();
		return new Set(
			held.flatMap(({ name }) =>
				name?.startsWith(this.#prefix) ? [name.slice(this.#prefix.length)] : []
			)
		);
	}
}

/** The lock of a tab, by its id. */
export const tabLock = (id: string) => `tab/${id}`;
/** The lock of a peer's seat. */
export const seatLock = (peer: string) => `seat/${peer}`;
/** Whoever holds it runs the walk. */
export const HOST_LOCK = 'host';

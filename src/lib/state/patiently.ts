/** How something is waited for that comes from the network. */
export interface Patience {
	/** Milliseconds before the second attempt; before each later one twice as many. */
	first: number;
	/** The longest pause between two attempts, in milliseconds. */
	longest: number;
	/** No attempt is made after it is aborted; without one, it is wanted for as long as the page lives. */
	signal?: AbortSignal;
	/** Told whenever an attempt has failed and another one follows, with what it threw. */
	waits?: (error: unknown) => void;
	/** How many attempts are made at most; without end where it is not said. */
	most?: number;
}

/**
 * Loads something, and tries again as often as it fails: after a pause, and at once when the browser says
 * that the network is back.
 *
 * @throws the signal's reason where it is aborted while this waits, and what the last attempt threw
 */
export async function patiently<T>(
	load: () => Promise<T>,
	{ first, longest, signal, waits, most = Infinity }: Patience
): Promise<T> {
	for (let pause = first, attempts = 1; ; pause = Math.min(2 * pause, longest), attempts += 1) {
		try {
			return await load();
		} catch (error) {
			signal?.throwIfAborted();
			if (attempts >= most) throw error;
			waits?.(error);
			await pauseFor(pause, signal);
		}
	}
}

/**
 * Loads what a page cannot be without: a line that drops one request takes no page away.
 *
 * @throws what the third attempt threw, about a second after the first
 */
export const forPage = <T>(load: () => Promise<T>): Promise<T> =>
	patiently(load, { first: 300, longest: 1000, most: 3 });

/** A pause that ends early when the network is back. */
function pauseFor(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
	return new Promise((resolve, reject) => {
		const stop = () => {
			clearTimeout(timer);
			removeEventListener('online', goOn);
			signal?.removeEventListener('abort', giveUp);
		};
		const goOn = () => {
			stop();
			resolve();
		};
		const giveUp = () => {
			stop();
			reject(signal?.reason as Error);
		};
		const timer = setTimeout(goOn, milliseconds);
		addEventListener('online', goOn);
		signal?.addEventListener('abort', giveUp);
	});
}

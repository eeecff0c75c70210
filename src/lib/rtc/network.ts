import type { Network } from '../servers/network';

/** What is kept: what was set, and what connections are made with by it, so that no walk has to make that of it. */
export interface Stored {
	readonly network: Network;
	readonly configuration: RTCConfiguration | null;
}

/** What it is called where it is kept. */
export const NAME = 'parley:network';

/** What was set where the browser forbids storage: good for as long as the page. */
export const here: { stored: Stored | null } = { stored: null };

const listeners = new Set<() => void>();

/**
 * Calls `listener` whenever something was set in this page.
 * @returns a function that ends it
 */
export function whenSet(listener: () => void): () => void {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}

/** Tells whoever wants to know that something was set. */
export function tellSet(): void {
	for (const listener of listeners) listener();
}

/** What a storage has; null where nothing was kept there, or where it cannot be read. */
export function stored(where: 'localStorage' | 'sessionStorage'): Partial<Stored> | null {
	try {
		return JSON.parse(globalThis[where].getItem(NAME)!) as Partial<Stored> | null;
	} catch {
		// No storage, or not JSON: as good as never kept.
		return null;
	}
}

/** What connections are made with as far as it was set: by this tab, else kept on this machine; null for nothing. */
export const recallConfiguration = (): RTCConfiguration | null =>
	(here.stored ?? stored('sessionStorage') ?? stored('localStorage'))?.configuration ?? null;

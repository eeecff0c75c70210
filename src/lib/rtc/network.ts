import { configurationOf, isNetwork, NOTHING_SET, type Network } from '../servers/network';

/** What was set, and whether it is kept on this machine. */
export interface KeptNetwork {
	readonly network: Network;
	/** Else it is the tab’s own, and is gone with it. */
	readonly isKept: boolean;
}

/** What it is called where it is kept. */
export const NAME = 'parley:network';

/** What was set where the browser forbids storage: good for as long as the page. */
export const here: { network: Network | null } = { network: null };

/** What was set for the connections of this tab; nothing, where nothing was. */
export function recallNetwork(): KeptNetwork {
	const own = here.network ?? read('sessionStorage');
	if (own) return { network: own, isKept: false };
	const kept = read('localStorage');
	return { network: kept ?? NOTHING_SET, isKept: kept !== null };
}

/** What a connection is made with as far as it was set; null where nothing was. */
export const recallConfiguration = (): RTCConfiguration | null =>
	configurationOf(recallNetwork().network);

function read(where: 'localStorage' | 'sessionStorage'): Network | null {
	try {
		const value: unknown = JSON.parse(globalThis[where].getItem(NAME)!);
		return isNetwork(value) ? value : null;
	} catch {
		// No storage, or not JSON: as good as never kept.
		return null;
	}
}

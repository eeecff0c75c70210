import { configurationOf, isNetwork, NOTHING_SET, type Network } from '../servers/network';

/** What was set, and whether it is kept on this machine. */
export interface KeptNetwork {
	readonly network: Network;
	/** Else it is the tab’s own, and is gone with it. */
	readonly isKept: boolean;
}

const NAME = 'parley:network';

/** What was set where the browser forbids storage: good for as long as the page. */
let here: Network | null = null;

/** What was set for the connections of this tab; nothing, where nothing was. */
export function recallNetwork(): KeptNetwork {
	const own = here ?? read('sessionStorage');
	if (own) return { network: own, isKept: false };
	const kept = read('localStorage');
	return { network: kept ?? NOTHING_SET, isKept: kept !== null };
}

/** What a connection is made with as far as it was set; null where nothing was. */
export const recallConfiguration = (): RTCConfiguration | null =>
	configurationOf(recallNetwork().network);

/**
 * Has the connections that are made from now on use it. Credentials are in it, so it stays with this tab, unless
 * somebody asked for it to be kept on this machine.
 *
 * @returns whether it is kept as was asked for: a browser may forbid it
 */
export function keepNetwork(network: Network, isKept: boolean): boolean {
	here = null;
	const [to, from] = isKept
		? (['localStorage', 'sessionStorage'] as const)
		: (['sessionStorage', 'localStorage'] as const);
	try {
		globalThis[from].removeItem(NAME);
		if (configurationOf(network) === null && !isKept) globalThis[to].removeItem(NAME);
		else globalThis[to].setItem(NAME, JSON.stringify(network));
		return true;
	} catch {
		here = network;
		return false;
	}
}

function read(where: 'localStorage' | 'sessionStorage'): Network | null {
	try {
		const value: unknown = JSON.parse(globalThis[where].getItem(NAME)!);
		return isNetwork(value) ? value : null;
	} catch {
		// No storage, or not JSON: as good as never kept.
		return null;
	}
}

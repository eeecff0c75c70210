import { configurationOf, isNetwork, NOTHING_SET, type Network } from '../servers/network';
import { here, NAME, stored, tellSet } from './network';

/** What was set, and whether it is kept on this machine. */
export interface KeptNetwork {
	readonly network: Network;
	/** Else it is the tab’s own, and is gone with it. */
	readonly isKept: boolean;
}

/** What was set for the connections of this tab; nothing, where nothing was. */
export function recallNetwork(): KeptNetwork {
	const own = here.stored?.network ?? read('sessionStorage');
	if (own) return { network: own, isKept: false };
	const kept = read('localStorage');
	return { network: kept ?? NOTHING_SET, isKept: kept !== null };
}

function read(where: 'localStorage' | 'sessionStorage'): Network | null {
	const network = stored(where)?.network;
	return isNetwork(network) ? network : null;
}

/**
 * Has the connections that are made from now on use it. Credentials are in it, so it stays with this tab, unless
 * somebody asked for it to be kept on this machine.
 *
 * @returns whether it is kept as was asked for: a browser may forbid it
 */
export function keepNetwork(network: Network, isKept: boolean): boolean {
	const configuration = configurationOf(network);
	here.stored = null;
	const [to, from] = isKept
		? (['localStorage', 'sessionStorage'] as const)
		: (['sessionStorage', 'localStorage'] as const);
	try {
		globalThis[from].removeItem(NAME);
		if (configuration === null && !isKept) globalThis[to].removeItem(NAME);
		else globalThis[to].setItem(NAME, JSON.stringify({ network, configuration }));
		return true;
	} catch {
		here.stored = { network, configuration };
		return false;
	} finally {
		tellSet();
	}
}

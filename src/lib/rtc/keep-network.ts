import { configurationOf, type Network } from '../servers/network';
import { here, NAME } from './network';

/**
 * Has the connections that are made from now on use it. Credentials are in it, so it stays with this tab, unless
 * somebody asked for it to be kept on this machine.
 *
 * @returns whether it is kept as was asked for: a browser may forbid it
 */
export function keepNetwork(network: Network, isKept: boolean): boolean {
	here.network = null;
	const [to, from] = isKept
		? (['localStorage', 'sessionStorage'] as const)
		: (['sessionStorage', 'localStorage'] as const);
	try {
		globalThis[from].removeItem(NAME);
		if (configurationOf(network) === null && !isKept) globalThis[to].removeItem(NAME);
		else globalThis[to].setItem(NAME, JSON.stringify(network));
		return true;
	} catch {
		here.network = network;
		return false;
	}
}

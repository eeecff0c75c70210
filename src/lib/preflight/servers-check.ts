/*
 * What leads to the test of servers: the list of what that needs is here, so that the page, whose visitors may have
 * entered none, does not carry it.
 */
import { chunk } from '../deck/chunk';
import { bad, type Verdict } from './verdict';

const servers = chunk(() => import('./servers'), 'checkServers');

/** The check of the servers that were entered, fetched when it is to run. */
export const check = (): Promise<Verdict> =>
	servers().then(
		({ checkServers }) => checkServers(),
		() => bad('What tests servers could not be fetched.', 'Check again once the network is back.')
	);

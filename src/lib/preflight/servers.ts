import { recallNetwork } from '../rtc/keep-network';
import { testServers } from '../rtc/test-servers';
import type { IceServer } from '../servers/ice-server';
import { bad, good, unknown, type Verdict } from './verdict';

export interface ServersScope {
	/** Those that were entered in the settings. */
	servers: readonly IceServer[];
	test: (servers: readonly IceServer[]) => ReturnType<typeof testServers>;
}

const browserScope = (): ServersScope => ({
	servers: recallNetwork().network.servers,
	test: (servers) => testServers(servers, () => undefined)
});

/** Asks the STUN and TURN servers that were entered, each alone; where none were, nobody is asked. */
export async function checkServers({ servers, test } = browserScope()): Promise<Verdict> {
	if (servers.length === 0) {
		return good('None is set, and none is needed for a call on one machine: nobody is asked.');
	}
	const found = await test(servers);
	const wrong = found.filter(({ status }) => status === 'bad');
	const open = found.filter(({ status }) => status === 'unknown');
	const [first] = wrong.length > 0 ? wrong : open;
	if (!first) return good(found.map(({ says }) => says[0]).join(' '));
	const others = wrong.length > 1 ? ` ${wrong.length - 1} more: see Settings, Network.` : '';
	const says = `${first.says.join(' ')}${others}`;
	const todo = first.todo ?? 'Test it under Settings, Network.';
	return wrong.length > 0 ? bad(says, todo) : unknown(says, todo);
}

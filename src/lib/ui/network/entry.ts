import { enteredServers } from '$lib/inspect/entered-servers';
import { isRefused } from '$lib/servers/fault';
import { asGiven, type IceServer } from '$lib/servers/ice-server';
import { faultsOfServer, sentenceOf } from '$lib/servers/server';
import { refusalOf } from '$lib/rtc/refusal-of';

/** What is written in the form. */
export interface Written {
	readonly text: string;
	readonly username: string;
	readonly credential: string;
}

/** What is said at a field: what has to be mended, or what is worth a thought. */
export interface Said {
	readonly of: 'urls' | 'username' | 'credential';
	readonly isRefused: boolean;
	readonly says: string;
	readonly todo: string;
}

/** What was written, read. */
export interface Entry {
	readonly servers: readonly IceServer[];
	readonly said: readonly Said[];
}

/** The beginning of a scheme: somebody is still writing. */
const BEGINS = /^\s*(?:s(?:t(?:u(?:ns?)?)?)?|t(?:u(?:r(?:ns?)?)?)?)?$/i;

/** Reads what is written, and says what is wrong with it as it is. */
export function readEntry({ text, ...login }: Written): Entry {
	const servers = enteredServers(text, login);
	if (BEGINS.test(text)) return { servers: [], said: [] };
	const faults = servers.flatMap(faultsOfServer);
	if (servers.length === 0) {
		const says = 'In this list there is no server.';
		const todo = 'Each has urls, and TURN a username and a credential as well.';
		return { servers, said: [{ of: 'urls', isRefused: true, says, todo }] };
	}
	const said = faults.map((fault) => ({
		of: fault.of,
		isRefused: isRefused(fault),
		says: sentenceOf(fault),
		todo: fault.todo
	}));
	return { servers, said };
}

/** What keeps servers from being taken: what is said already, or what this very browser says. */
export function hindranceOf({ servers, said }: Entry): Said | null {
	const known = said.find((one) => one.isRefused);
	if (known) return known;
	const words = refusalOf({ iceServers: servers.map(asGiven) });
	if (words === null) return null;
	const todo = 'Another browser may take it.';
	return { of: 'urls', isRefused: true, says: `This browser refuses it: “${words}”`, todo };
}

/** A server in a few words; its credential is none of them. */
export const inWords = ({ urls, username }: IceServer): string =>
	`${urls.join(', ')}${username === '' ? '' : `, as ${username}`}`;

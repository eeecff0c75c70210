import { UNREACHED_CODE } from './error-codes';
import type { Gathered, SeenError } from './gathered';
import { isAddress } from './host';
import { durationWords } from '../trace/numbers';
import { overWhat, type ServerUrl } from './url';

/** Why a server was not reached, as a clause behind its URL, and what to do. */
export interface Unreached {
	readonly says: string;
	readonly todo: string;
}

/** A browser that gives up sooner has not waited for an answer. */
const SOON = 2000;

const NAMES =
	'See whether its name is spelled right, and whether the DNS of this network knows it.';

/**
 * Why a server was not reached. Chromium says in words what went wrong; of Firefox, whose texts are empty, the
 * time tells it: nobody waits for an answer where nothing could be sent.
 */
export function whyUnreached(server: ServerUrl, { errors, end, took }: Gathered): Unreached {
	const isName = !isAddress(server.host);
	const over = overWhat(server);
	const first = errors.find(({ code }) => code === UNREACHED_CODE);
	if (first && /lookup/i.test(first.text)) return noName(server.host);
	if (over === 'UDP') {
		if (first && first.at < SOON && first.text === '') {
			return isName ? noName(server.host) : notAsked(server.host);
		}
		return silent(server, first, end, took);
	}
	const { host, port } = server;
	if (first && first.at < SOON) {
		return {
			says: `was not reached: the connection over ${over} to port ${port} was refused at once${isName ? ', or its name does not resolve' : ''}`,
			todo: `${isName ? `${NAMES} ` : ''}See whether the server listens on ${port}/tcp at ${host}, and whether a firewall refuses it.`
		};
	}
	return over === 'TLS' || over === 'DTLS'
		? noTls(server, first, end, took)
		: silent(server, first, end, took);
}

const noName = (host: string): Unreached => ({
	says: `was not reached: the name ${host} does not resolve to an address`,
	todo: NAMES
});

const notAsked = (host: string): Unreached => ({
	says: `was not asked: the browser sends nothing to ${host}`,
	todo: /^127\.|^::1$/.test(host)
		? 'Use the address that the machine has in its network: Firefox asks no server on its own machine.'
		: 'See whether this machine has a route to that address.'
});

function silent(
	server: ServerUrl,
	error: SeenError | undefined,
	end: Gathered['end'],
	took: number
): Unreached {
	const over = overWhat(server);
	const { host, port } = server;
	return {
		says: `did not answer over ${over} ${waited(error, end, took)}`,
		todo: `Nobody listens on port ${port} of ${host}, or a firewall drops what is sent there or comes back. Let ${port}/${over === 'UDP' ? 'udp' : 'tcp'} through${over === 'UDP' && server.isTurn ? ', or reach the server over TCP or TLS as well (turns: on port 443)' : ''}.`
	};
}

function noTls(
	server: ServerUrl,
	error: SeenError | undefined,
	end: Gathered['end'],
	took: number
): Unreached {
	const how =
		end === 'complete' && !error
			? `and the browser, which was done after ${durationWords(took)}, does not say why`
			: waited(error, end, took);
	return {
		says: `gave no relay over TLS, ${how}`,
		todo: `See whether port ${server.port} of ${server.host} is open and speaks TLS, and whether its certificate is valid, for this name, and from an authority that the browser knows.`
	};
}

/** How long it was waited for, and by whom. */
function waited(error: SeenError | undefined, end: Gathered['end'], took: number): string {
	if (error && error.at >= SOON)
		return `within the ${durationWords(error.at)} that the browser waits`;
	if (end !== 'limit') return `within ${durationWords(took)}`;
	return `within ${durationWords(took)}, after which the test waits no longer; a browser may go on for 40 s`;
}

import { refused, refusedBySome, type Fault } from './fault';

/** How one talks to a server. What it relays is UDP in any case (RFC 8656, 3.1). */
export type Transport = 'udp' | 'tcp';

const QUERY = /^\?transport=(.*)$/s;

/** The transport that the end of a URL asks for (RFC 7065, 3.1); null where it asks for none. */
export function transportIn(query: string): Transport | null {
	const written = QUERY.exec(query)?.[1]?.toLowerCase();
	return written === 'udp' || written === 'tcp' ? written : null;
}

/** What is wrong with what follows the host and the port; null where nothing is. */
export function faultOfQuery(query: string, isTurn: boolean): Fault | null {
	if (query === '') return null;
	if (query === '?') {
		return refusedBySome(
			'empty-query',
			'ends with a “?” and nothing behind it, which Chromium refuses.',
			'Take the “?” away.'
		);
	}
	if (!isTurn) {
		return refused(
			'stun-with-query',
			'has a “?”, which URLs of STUN do not have.',
			'Leave out what follows the “?”.'
		);
	}
	const written = QUERY.exec(query)?.[1];
	if (written === undefined) {
		return refused(
			'query',
			`has “${query.slice(0, 40)}” at its end; a URL of TURN has nothing there but ?transport=udp or ?transport=tcp.`,
			'Leave it out. Name and password are members of the object.'
		);
	}
	if (!/^(?:udp|tcp)$/i.test(written)) {
		return refused(
			'transport',
			`asks for the transport “${written.slice(0, 20)}”; there are udp and tcp.`,
			'For TLS write turns:host:port?transport=tcp.'
		);
	}
	if (/[A-Z]/.test(written)) {
		return refusedBySome(
			'transport-in-capitals',
			'has its transport in capitals, which Firefox refuses.',
			`Write transport=${written.toLowerCase()}.`
		);
	}
	return null;
}

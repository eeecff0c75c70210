import { refused, refusedBySome, type Fault } from './fault';
import type { Scheme } from './scheme';

const LAST = 65535;

/** Where servers listen when their URL does not say it (RFC 7064, 3.2; RFC 7065, 3.2). */
export const usualPort = (scheme: Scheme): number => (scheme.endsWith('s') ? 5349 : 3478);

/** The port that is written behind a host, as `:3478`; null where none is. */
export const portIn = (rest: string): number | null =>
	/^:\d+$/.test(rest) ? Number(rest.slice(1)) : null;

/** What is wrong with what is written behind a host; null where nothing is. */
export function faultOfPort(rest: string): Fault | null {
	if (rest === '') return null;
	if (rest === ':') {
		return refusedBySome(
			'no-port',
			'ends with a colon and no port, which Chromium refuses.',
			'Write the port, or take the colon away: then it is 3478, and 5349 over TLS.'
		);
	}
	const port = portIn(rest);
	if (port === null) {
		return refused(
			'port',
			`has “${rest.slice(0, 20)}” where its port is; a port is a colon and a number.`,
			'Most servers listen on 3478, and on 5349 for TLS.'
		);
	}
	if (port === 0 || port > LAST) {
		return refused(
			'port',
			`has the port ${rest.slice(1, 13)}; ports go from 1 to ${LAST}.`,
			'Most servers listen on 3478, and on 5349 for TLS.'
		);
	}
	return null;
}

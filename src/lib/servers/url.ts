import type { Fault } from './fault';
import { bareHost, faultOfHost, splitHost } from './host';
import { faultOfPort, portIn, usualPort } from './port';
import { afterScheme, faultOfScheme, schemeOf, type Scheme } from './scheme';
import { faultOfQuery, transportIn, type Transport } from './transport';

/** What the URL of a server says, and what it leaves to be understood. */
export interface ServerUrl {
	readonly scheme: Scheme;
	/** A name, or an address without brackets. */
	readonly host: string;
	readonly port: number;
	/** How one talks to it. Over TLS it is TCP, where nothing is said (RFC 7065, 3.2). */
	readonly transport: Transport;
	readonly isTurn: boolean;
	readonly isSecure: boolean;
}

/** The parts of a URL behind its scheme: `host:port` and `?transport=…`. */
function partsOf(url: string): { authority: string; query: string } {
	const rest = afterScheme(url);
	const at = rest.indexOf('?');
	return at < 0
		? { authority: rest, query: '' }
		: { authority: rest.slice(0, at), query: rest.slice(at) };
}

/** The first thing that is wrong with a URL, of what browsers refuse; null where nothing is. */
export function faultOfUrl(url: string): Fault | null {
	const scheme = faultOfScheme(url);
	if (scheme) return scheme;
	const { authority, query } = partsOf(url);
	const isTurn = schemeOf(url)!.startsWith('turn');
	return (
		faultOfHost(authority) ?? faultOfQuery(query, isTurn) ?? faultOfPort(splitHost(authority).rest)
	);
}

/**
 * Reads the URL of a STUN or TURN server (RFC 7064, 3.1; RFC 7065, 3.1).
 * @returns null where a browser refuses it
 */
export function readServerUrl(url: string): ServerUrl | null {
	if (faultOfUrl(url) !== null) return null;
	const scheme = schemeOf(url)!;
	const { authority, query } = partsOf(url);
	const { host, rest } = splitHost(authority);
	const isSecure = scheme.endsWith('s');
	return {
		scheme,
		host: bareHost(host),
		port: portIn(rest) ?? usualPort(scheme),
		transport: transportIn(query) ?? (isSecure ? 'tcp' : 'udp'),
		isTurn: scheme.startsWith('turn'),
		isSecure
	};
}

/** How one talks to a server, as somebody at a firewall would call it. */
export function overWhat({ isSecure, transport }: ServerUrl): 'UDP' | 'TCP' | 'TLS' | 'DTLS' {
	if (isSecure) return transport === 'tcp' ? 'TLS' : 'DTLS';
	return transport === 'tcp' ? 'TCP' : 'UDP';
}

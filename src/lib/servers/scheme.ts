import { refused, refusedBySome, type Fault } from './fault';

const SCHEMES = ['stun', 'stuns', 'turn', 'turns'] as const;
/** What a server is asked for, and whether over TLS: `turns` (RFC 7064, 3.1; RFC 7065, 3.1). */
export type Scheme = (typeof SCHEMES)[number];

const WRITTEN = /^(stuns?|turns?):/i;

/** The scheme of a URL, in whatever case it is written (RFC 3986, 3.1); null where it is none of a server. */
export function schemeOf(url: string): Scheme | null {
	const written = WRITTEN.exec(url.trim())?.[1]?.toLowerCase();
	return SCHEMES.find((scheme) => scheme === written) ?? null;
}

/** Whether a URL names a TURN server (RFC 7065). */
export const isTurn = (url: string): boolean => /^turns?$/.test(schemeOf(url) ?? '');

/** What is behind the scheme. */
export const afterScheme = (url: string): string => url.trim().replace(WRITTEN, '');

/** What is wrong with the beginning of a URL; null where nothing is. */
export function faultOfScheme(url: string): Fault | null {
	const scheme = schemeOf(url);
	if (scheme === null) {
		return refused(
			'no-scheme',
			'does not begin with stun:, turn: or turns:.',
			'Write stun:host:port or turn:host:port. Credentials and a path of https have no place in it.'
		);
	}
	const rest = afterScheme(url);
	if (rest.startsWith('//')) {
		return refused(
			'slashes',
			'has “//” behind its scheme, which such a URL does not have.',
			`Write ${scheme}:${rest.replace(/^\/+/, '').replace(/\?.*$/, '').replace(/:\d*$/, '')}.`
		);
	}
	if (scheme === 'stuns') {
		return refusedBySome(
			'stuns',
			'asks for STUN over TLS, which Firefox does not do: its constructor throws a NotSupportedError.',
			'Write stun: in place of stuns:. What STUN tells is no secret.'
		);
	}
	return null;
}

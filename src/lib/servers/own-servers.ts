import { schemeOf } from './scheme.ts';
import { transportIn } from './transport.ts';

/** Servers that somebody has entered, by what they are asked: entries of `iceServers` (webrtc-pc, 4.2.2). */
export interface OwnServers {
	/** Which address they see (RFC 8489, 2). */
	readonly stun: RTCIceServer[];
	/** For an address of theirs (RFC 8656, 3). */
	readonly turn: RTCIceServer[];
}

/**
 * Sorts servers by what they are asked. Where none of STUN is among them, those of TURN over UDP are asked for that as
 * well: a TURN server is a STUN server (RFC 8656, 2).
 *
 * @param entered as a browser takes them
 */
export function ownServers(entered: readonly RTCIceServer[]): OwnServers {
	const each = entered.flatMap(({ urls, ...login }) =>
		[urls].flat().map((url) => ({ url, scheme: schemeOf(url), login }))
	);
	const turn = each.filter(({ scheme }) => scheme?.startsWith('turn'));
	const stun = each.filter(({ scheme }) => scheme?.startsWith('stun')).map(({ url }) => url);
	const beside = turn
		.filter(({ scheme, url }) => scheme === 'turn' && transportIn(queryOf(url)) !== 'tcp')
		.map(({ url }) => url.replace(/^turn/i, 'stun').replace(/\?.*$/, ''));
	return {
		stun: (stun.length > 0 ? stun : [...new Set(beside)]).map((urls) => ({ urls })),
		turn: turn.map(({ url, login }) => ({ urls: url, ...login }))
	};
}

/** What stands behind the address, from the question mark on. */
const queryOf = (url: string) => /\?.*$/.exec(url)?.[0] ?? '';

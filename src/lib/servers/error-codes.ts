/** What an error of a server means, and what to do about it. */
export interface CodeMeaning {
	readonly id: string;
	/** Completes “turn:… ”: `refuses the login (401)`. */
	readonly refusal: string;
	readonly todo: string;
	readonly source: string;
}

/**
 * The codes that are met, what they mean, and what to do. 701 is the browser’s own: the server was not
 * reached (webrtc-pc, 4.8.3).
 */
const CODES: Readonly<Record<number, CodeMeaning>> = {
	400: {
		id: 'turn.bad-request',
		refusal: 'does not understand the request (400)',
		todo: 'See whether it is a TURN server, and whether something in between changes packets.',
		source: 'RFC 8489, 14.8'
	},
	401: {
		id: 'turn.unauthorized',
		refusal: 'refuses the login (401, Unauthorized)',
		todo: 'Check user name and credential in iceServers; those that are made for a time may have expired, or the server has another secret or realm.',
		source: 'RFC 8489, 9.2.4; RFC 8656, 5'
	},
	403: {
		id: 'turn.forbidden',
		refusal: 'forbids it (403, Forbidden)',
		todo: 'See which addresses the server may relay to: many forbid private ones and their own (coturn: denied-peer-ip, allowed-peer-ip).',
		source: 'RFC 8656, 7.2 and 9.2'
	},
	437: {
		id: 'turn.allocation-mismatch',
		refusal: 'has another allocation for this socket (437, Allocation Mismatch)',
		todo: 'Most often a retry after a lost packet, which the browser mends itself; else look for a NAT that reuses ports fast.',
		source: 'RFC 8656, 7.2'
	},
	438: {
		id: 'turn.stale-nonce',
		refusal: 'wants a newer nonce (438, Stale Nonce)',
		todo: 'The browser asks again with the new one. Where it goes on, see whether several servers share one address and not their nonces.',
		source: 'RFC 8489, 9.2.4'
	},
	441: {
		id: 'turn.wrong-credentials',
		refusal: 'knows the allocation by other credentials (441, Wrong Credentials)',
		todo: 'Do not change user name or credential of a connection that has its relay.',
		source: 'RFC 8656, 7.2'
	},
	442: {
		id: 'turn.unsupported-transport',
		refusal: 'relays over another transport (442, Unsupported Transport Protocol)',
		todo: 'Ask it for UDP: what transport=tcp in its URL means is how one talks to the server.',
		source: 'RFC 8656, 7.2'
	},
	486: {
		id: 'turn.quota',
		refusal: 'has given this user all that it gives one (486, Allocation Quota Reached)',
		todo: 'Close connections that are done with, or raise the quota of the user (coturn: user-quota, total-quota).',
		source: 'RFC 8656, 7.2'
	},
	500: {
		id: 'turn.server-error',
		refusal: 'has a fault of its own (500, Server Error)',
		todo: 'Look at the server’s log.',
		source: 'RFC 8489, 14.8'
	},
	508: {
		id: 'turn.insufficient-capacity',
		refusal: 'has no port left to relay from (508, Insufficient Capacity)',
		todo: 'Give the server more ports (coturn: min-port to max-port), or a second server.',
		source: 'RFC 8656, 7.2'
	},
	600: {
		id: 'turn.no-proper-answer',
		refusal: 'does not answer as a STUN or TURN server does (600)',
		todo: 'See what listens on that port: an answer came, and lacks what belongs into it.',
		source: 'RFC 8489, 6.3'
	}
};

/** What stands for “not reached”, which no server says. */
export const UNREACHED_CODE = 701;

const UNREACHED = {
	refusal: 'was not reached (701)',
	todo: 'See whether the address is right, the server runs, and the firewall lets its port through, also over TCP and TLS (turns: on port 443).',
	source: 'webrtc-pc, 4.8.3'
};

/** What is said of an error, by its code. */
export function meaningOf({ code, isTurn }: { code: number; isTurn: boolean }): CodeMeaning {
	if (code === UNREACHED_CODE) {
		return { ...UNREACHED, id: isTurn ? 'turn.unreachable' : 'stun.unreachable' };
	}
	return (
		CODES[code] ?? {
			id: 'turn.error',
			refusal: `answers with ${code}`,
			todo: 'Look the code up in the registry of STUN error codes, and at the server’s log.',
			source: 'RFC 8489, 14.8'
		}
	);
}

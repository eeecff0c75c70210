import { meaningOf } from '../../servers/error-codes';
import type { Meaning } from './known-words';

const UNAUTHORIZED = meaningOf({ code: 401, isTurn: true });

/** What servers of TURN, and those that ask them for a relay, write into their logs. */
export const TURN_WORDS: readonly (readonly [words: RegExp, meaning: Meaning])[] = [
	[
		// coturn, ns_turn_server.c and userdb.c: without a user it is what asks for one
		/Cannot find credentials of user|user <[^<>\s]+>: incoming packet [\w ]{1,40} processed, error 401/,
		{
			id: 'told.coturn-unauthorized',
			severity: 'will bite',
			claim:
				'coturn does not take the login: no such user, or another password. So it gives no relay.',
			todo: 'Compare user name, credential and realm with those of the server. Those that are made for a time hold for a time: see whether they have expired, and whether both sides have one static-auth-secret.',
			source: 'RFC 8489, 9.2.4; RFC 8656, 7.2'
		}
	],
	[
		// pion/turn, client.go; nICEr, turn_client_ctx.c, which asks again with the login once; and others in the words of the RFC
		/\b401\b.{0,40}\bUnauthori[sz]ed|\bUnauthori[sz]ed.{0,20}\b401\b|TURN\(.*\): Exceeded the number of retries/i,
		{
			id: 'told.turn-unauthorized',
			severity: 'will bite',
			claim:
				'A TURN server did not take the login (401, Unauthorized). So there is no relay from it.',
			todo: UNAUTHORIZED.todo,
			source: UNAUTHORIZED.source,
			isCertain: false
		}
	],
	[
		// coturn, ns_turn_server.c; libwebrtc, turn_port.cc
		/processed, error 403|turn_port\.cc.{0,200}code=403/,
		{
			id: 'told.turn-forbidden',
			severity: 'worth knowing',
			claim:
				'A TURN server does not relay to one of the addresses that it was asked for (403, Forbidden). Where that is the only one of the other side, the relay is of no use.',
			todo: 'See which address it is: servers forbid private ones and their own (denied-peer-ip, no-multicast-peers). Where the other side has a relay of the same server, allow its address (allowed-peer-ip).',
			source: 'RFC 8656, 9.2 and 21.1.2',
			isCertain: false
		}
	],
	[
		// coturn, ns_turn_server.c; libwebrtc, turn_port.cc, which tries again on another port
		/processed, error 437|turn_port\.cc.{0,200}code=437/,
		{
			id: 'told.turn-mismatch',
			severity: 'worth knowing',
			claim:
				'A TURN server was asked by a socket that it has another allocation for, or none any more (437, Allocation Mismatch).',
			todo: 'Most often it is a request that was sent twice, or one that comes when the call has ended, and does no harm. Else see what reuses ports: a NAT, or connections that are not closed.',
			source: 'RFC 8656, 7.2',
			isCertain: false
		}
	],
	[
		// libwebrtc, turn_port.cc: after the challenge, which each login begins with
		/Failed to authenticate with the server after|turn_port\.cc.{0,200}code=441/,
		{
			id: 'told.turn-unauthorized',
			severity: 'will bite',
			claim:
				'A TURN server did not take the login, also when it was asked again (401, Unauthorized). So there is no relay from it.',
			todo: UNAUTHORIZED.todo,
			source: UNAUTHORIZED.source
		}
	],
	[
		// libwebrtc, turn_port.cc
		/turn_port\.cc.{0,200}code=(?:442|486|508)/,
		{
			id: 'told.turn-no-relay',
			severity: 'will bite',
			claim:
				'A TURN server gave no relay: the user has all that one gets (486), its ports are used up (508), or it does not relay over what was asked for (442).',
			todo: 'See the log of the server, its quota and its range of ports; ask it to relay over UDP.',
			source: 'RFC 8656, 7.2'
		}
	],
	[
		// nICEr, turn_client_ctx.c; libwebrtc, turn_port.cc
		/\(turn\/WARNING\) TURN\(.*\) failed|STUN-CLIENT\(relay\(.*::TURN\): Timed out|turn_port\.cc.{0,200}request \w+ timeout/,
		{
			id: 'told.turn-unreached',
			severity: 'will bite',
			claim: 'A TURN server did not answer, so there is no relay from it.',
			todo: 'See whether its name and port are right, whether it can be reached from this network over UDP and TCP, and over TLS (turns: on port 443) where a firewall is in between.',
			source: 'RFC 8656, 7.1; RFC 8489, 6.2.1',
			isCertain: false
		}
	],
	[
		// coturn, ns_turn_server.c
		/processed, error (?:486|508)|Allocation Quota Reached/,
		{
			id: 'told.coturn-full',
			severity: 'will bite',
			claim:
				'coturn has no relay left to give: the user has all that a user gets, or its ports are used up.',
			todo: 'Raise user-quota and total-quota, or widen min-port to max-port; see what leaves connections open.',
			source: 'RFC 8656, 7.2'
		}
	]
];

import { meaningOf } from '../../servers/error-codes';
import type { Meaning } from './known-words';

const UNAUTHORIZED = meaningOf({ code: 401, isTurn: true });

/** How an answer of a server is told, by its code, and what follows from it. */
interface Answered {
	readonly code: number;
	/** As libwebrtc tells it, and where that differs, as coturn does. */
	readonly id: string;
	readonly ofCoturn?: string;
	/** What stands besides in what it claims. */
	readonly so: string;
	readonly severity: Meaning['severity'];
	readonly isCertain?: boolean;
}

const NO_RELAY = {
	id: 'told.turn-no-relay',
	so: ' So there is no relay from it.',
	severity: 'will bite'
} as const;
/** All but 401 and 438, with which each login and each nonce begins. */
const ANSWERED: readonly Answered[] = [
	{
		code: 403,
		id: 'told.turn-forbidden',
		so: ' Where it does not relay to the only address of the other side, the relay is of no use.',
		severity: 'worth knowing',
		isCertain: false
	},
	// libwebrtc tries again on another port, and what comes when the call has ended does no harm.
	{ code: 437, id: 'told.turn-mismatch', so: '', severity: 'worth knowing', isCertain: false },
	{ code: 441, id: 'told.turn-wrong-credentials', so: '', severity: 'will bite' },
	{ code: 442, ...NO_RELAY },
	{ code: 486, ...NO_RELAY, ofCoturn: 'told.coturn-full' },
	{ code: 500, ...NO_RELAY, isCertain: false },
	{ code: 508, ...NO_RELAY, ofCoturn: 'told.coturn-full' }
];

/** What libwebrtc (turn_port.cc), Kinesis (TurnConnection.c) and coturn (ns_turn_server.c) write of such an answer, and what it means. */
function ofCode({
	code,
	id,
	ofCoturn = id,
	so,
	severity,
	isCertain = true
}: Answered): (readonly [words: RegExp, meaning: Meaning])[] {
	const { refusal, todo, source } = meaningOf({ code, isTurn: true });
	const meaning = { severity, claim: `A TURN server ${refusal}.${so}`, todo, source, isCertain };
	const quota = code === 486 ? '|Allocation Quota Reached' : '';
	return [
		[
			new RegExp(
				String.raw`turn_?port\.cc.{0,200}code=${code}\b|turnConnectionHandleStunError\(\).{0,120} Error Code: ${code}\b`
			),
			{ ...meaning, id }
		],
		// pion/turn, client.go
		[new RegExp(String.raw`\w error response \(error ${code}\b`), { ...meaning, id }],
		[new RegExp(String.raw`processed, error ${code}\b${quota}`), { ...meaning, id: ofCoturn }]
	];
}

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
		/user <>: incoming packet [\w ]{1,40} processed, error 401/,
		{
			id: 'told.coturn-asked',
			severity: 'worth knowing',
			claim:
				'coturn asks who wants a relay: each login begins with this error 401, which is none. No login follows here.',
			todo: 'Where none follows in the whole log, see whether the application has a user name and a credential for this server, and whether its answer reaches it.',
			source: 'RFC 8489, 9.2.4; RFC 8656, 7.2'
		}
	],
	[
		/: incoming packet ALLOCATE processed, success/,
		{
			id: 'told.coturn-allocated',
			severity: 'worth knowing',
			claim:
				'coturn took the login and gave a relay. An error 401 in front of that is how it asks for a login, and is none.',
			todo: 'Where the call fails all the same, look whether the other side has the relayed candidate, and whether coturn lets its packets through (CREATE_PERMISSION, CHANNEL_BIND).',
			source: 'RFC 8656, 7.2 and 9.2'
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
		// libwebrtc, turn_port.cc: after the challenge, which each login begins with
		/Failed to authenticate with the server after|turn_?port\.cc.{0,200}allocate error response.{0,60}code=401\b/,
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
		// nICEr, turn_client_ctx.c; libwebrtc, turn_port.cc
		/\(turn\/WARNING\) TURN\(.*\) failed|STUN-CLIENT\(relay\(.*::TURN\): Timed out|relay\(.*\)\): failed to initialize, \d|turn_?port\.cc.{0,200}request \w+ timeout/,
		{
			id: 'told.turn-unreached',
			severity: 'will bite',
			claim: 'A TURN server did not answer, or gave nothing, so there is no relay from it.',
			todo: 'See whether its name and port are right, whether it can be reached from this network over UDP and TCP, and over TLS (turns: on port 443) where a firewall is in between.',
			source: 'RFC 8656, 7.1; RFC 8489, 6.2.1',
			isCertain: false
		}
	],
	...ANSWERED.flatMap(ofCode)
];

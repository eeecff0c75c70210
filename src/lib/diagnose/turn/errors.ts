import { meaningOf } from '../../servers/error-codes';
import { isTurn as namesTurn } from '../../servers/scheme';
import type { Json } from '../../trace';
import type { SessionPeer } from '../session/session';

/** What a STUN or TURN server said, or why nothing was heard of it. */
export interface ServerError {
	readonly seq: number;
	readonly code: number;
	/** In the browser’s or the server’s words; empty where it does not tell. */
	readonly text: string;
	/** The URL; or what stands for it where the browser does not tell. */
	readonly server: string;
	readonly isTurn: boolean;
	/** Completes “turn:… ”: `refuses the login (401)`. */
	readonly refusal: string;
}

/** The `icecandidateerror` events of a peer (webrtc-pc, 4.8.3). */
export function errorsOf({ entries, configuration }: SessionPeer): readonly ServerError[] {
	return entries.flatMap(({ kind, name, seq, data }): ServerError[] => {
		if (kind !== 'event' || name !== 'icecandidateerror') return [];
		const { url, errorCode, errorText } = (data ?? {}) as { [member: string]: Json };
		const code = Number(errorCode);
		if (!Number.isFinite(code) || code === 0) return [];
		const text = typeof errorText === 'string' ? errorText : '';
		const server = typeof url === 'string' && url !== '' ? url : onlyOf(configuration.servers);
		const isTurn = namesTurn(server);
		const { refusal } = meaningOf({ code, isTurn });
		return [{ seq, code, text, server, isTurn, refusal }];
	});
}

/** Where the browser does not say which server, and there is one, it is that. */
const onlyOf = (servers: readonly string[]) =>
	servers.length === 1 ? servers[0]! : 'a server of iceServers';

/** A server without what follows its host and port: `turn:turn.example.org:3478`. */
export const hostOf = (server: string) => server.replace(/\?.*$/, '');

/** Whether no relay can come any more: all is gathered, or each TURN server has refused. */
export function isWithoutRelay(peer: SessionPeer): boolean {
	if (peer.view.states.iceGatheringState.at(-1)?.value === 'complete') return true;
	// One address that is not reached (701) says nothing of the others that a name has.
	const refused = errorsOf(peer).filter(({ code }) => code !== 701);
	const hosts = new Set(refused.map(({ server }) => hostOf(server)));
	return peer.configuration.servers.filter(namesTurn).every((url) => hosts.has(hostOf(url)));
}

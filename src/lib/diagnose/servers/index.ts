import { lackOf } from '../../servers/credentials';
import type { Fault } from '../../servers/fault';
import { isTurn, schemeOf } from '../../servers/scheme';
import { faultOfUrl } from '../../servers/url';
import { doubtOf } from '../../servers/use';
import { finding, inOrder, type Finding, type Told } from '../finding';

/** An entry of `iceServers` (webrtc-pc, 4.2.2), as a program or a message has it. */
export interface ToldServer {
	readonly urls: readonly string[];
	/** Whether its addresses are in `url`, as drafts of the standard had it. */
	readonly isOld: boolean;
	/** Whether it has a user name and a password, which may be an expression; empty ones count as none. */
	readonly hasUsername: boolean;
	readonly hasCredential: boolean;
	/** Where it stands, from 1. */
	readonly line: number;
}

/** What is said of one URL: what browsers refuse first; null where nothing is. */
function ofUrl(url: string, { hasUsername, hasCredential }: ToldServer): Told | null {
	const fault = faultOfUrl(url);
	if (fault) return told(url, fault);
	const lacks = isTurn(url) ? lackOf({ username: hasUsername, credential: hasCredential }) : null;
	if (lacks !== null) {
		return {
			id: 'servers.no-credentials',
			severity: 'breaks the call',
			claim: `The TURN server ${shown(url)} has no ${lacks}: the constructor throws an InvalidAccessError.`,
			todo: 'Give it username and credential, in the same object as its urls.',
			source: 'webrtc-pc, 4.4.1.6'
		};
	}
	const doubt = doubtOf(url);
	if (doubt) return told(url, doubt);
	if (url !== url.trim()) {
		return {
			id: 'servers.blank',
			claim: `${JSON.stringify(url.slice(0, 80))} in iceServers has a blank around it: browsers take it off, other libraries refuse it.`,
			todo: 'Take the blank away.',
			source: null
		};
	}
	return null;
}

const shown = (url: string) => `“${url.slice(0, 80)}”`;

function told(url: string, { id, says, todo, source, weight }: Fault): Told {
	const claim = `${shown(url)} in iceServers ${says}`;
	if (weight !== 'refused') {
		return { id, claim, todo, source, severity: 'will bite', isCertain: weight !== 'not meant' };
	}
	return {
		id,
		claim: `${claim} The connection is not made: the constructor throws a SyntaxError.`,
		todo,
		source,
		severity: 'breaks the call'
	};
}

/** What is said of an entry as a whole. */
function ofServer(server: ToldServer): Told[] {
	const { urls, isOld, hasUsername, hasCredential } = server;
	const isStun = urls.length > 0 && urls.every((url) => /^stuns?$/.test(schemeOf(url) ?? ''));
	return [
		...(isOld
			? [
					{
						id: 'servers.url-member',
						severity: 'will bite' as const,
						claim:
							'An entry of iceServers has “url” in place of “urls”: Chromium 156 and Firefox 153 still take it, the standard does not know it, and who goes by it throws a TypeError.',
						todo: 'Write urls: a text, or a list of them.',
						source: 'webrtc-pc, 4.2.2'
					}
				]
			: []),
		...(isStun && hasUsername && hasCredential
			? [
					{
						id: 'servers.stun-with-credentials',
						claim: `${urls[0]!.slice(0, 80)} has a user name and a password, which STUN does not use: it gives no relay.`,
						todo: 'If it was meant to be a TURN server, write turn: in place of stun:.',
						source: 'webrtc-pc, 4.2.2',
						isCertain: false
					}
				]
			: [])
	];
}

/** What is wrong with the servers of a configuration, each thing once (webrtc-pc, 4.2.2; tried in browsers). */
export function serversTold(servers: readonly ToldServer[]): Finding[] {
	const found = servers.flatMap((server) => {
		const told = [...ofServer(server), ...server.urls.flatMap((url) => ofUrl(url, server) ?? [])];
		const text = `line ${server.line}: ${server.urls.join(', ').slice(0, 200)}`;
		return told.map((one) => finding({ ...one, because: [{ kind: 'fact', text }] }));
	});
	const hasTurn = servers.some(({ urls }) => urls.some(isTurn));
	if (
		servers.length > 0 &&
		!hasTurn &&
		found.every(({ severity }) => severity === 'worth knowing')
	) {
		found.push(
			finding({
				id: 'servers.no-turn',
				claim:
					'There is no TURN server in iceServers: where a NAT or a firewall lets nothing through, there is no relay either.',
				because: [{ kind: 'fact', text: `line ${servers[0]!.line}` }],
				todo: 'Add a TURN server, with username and credential.',
				source: 'RFC 8656, 1'
			})
		);
	}
	const seen = new Set<string>();
	return inOrder(found.filter(({ id }) => !seen.has(id) && Boolean(seen.add(id))));
}

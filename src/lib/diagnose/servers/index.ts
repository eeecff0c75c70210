import { finding, inOrder, type Finding, type Told } from '../finding';

/** An entry of `iceServers` (webrtc-pc, 4.2.4), as a program or a message has it. */
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

const SOURCE = 'webrtc-pc, 4.2.4 and 4.4.1.6; RFC 7064, 3.1; RFC 7065, 3.1';
const schemeOf = (url: string) => /^\s*(stuns?|turns?):/i.exec(url)?.[1]?.toLowerCase() ?? null;
const isTurn = (url: string) => /^turns?$/.test(schemeOf(url) ?? '');
const hostOf = (url: string) =>
	url.trim().replace(/^\w+:/, '').replace(/\?.*$/, '').replace(/:\d*$/, '');
const portOf = (url: string) => /:(\d+)(?:\?|$)/.exec(url.trim().replace(/^\w+:/, ''))?.[1] ?? null;
const isAddress = (host: string) => /^\d+\.\d+\.\d+\.\d+$|^\[/.test(host);

/** What is said of one URL: what browsers refuse first; null where nothing is. */
function ofUrl(url: string, { hasUsername, hasCredential }: ToldServer): Told | null {
	const scheme = schemeOf(url);
	const shown = `“${url.slice(0, 80)}”`;
	const refused = (id: string, claim: string, todo: string): Told => ({
		id,
		claim: `${claim} The connection is not made: the constructor throws a SyntaxError.`,
		todo,
		severity: 'breaks the call',
		source: SOURCE
	});
	if (scheme === null) {
		return refused(
			'servers.no-scheme',
			`${shown} in iceServers does not begin with stun:, turn: or turns:.`,
			'Write stun:host:port or turn:host:port. Credentials and a path of https have no place in it.'
		);
	}
	if (/^\s*\w+:\/\//.test(url)) {
		return refused(
			'servers.slashes',
			`${shown} in iceServers has “//” behind its scheme, which such a URL does not have.`,
			`Write ${scheme}:${hostOf(url).replace(/^\/+/, '')}.`
		);
	}
	if (/^\s*\w+:.*[\s,/@]\S/.test(url)) {
		return refused(
			'servers.unreadable',
			`${shown} in iceServers cannot be read: behind the scheme come a host and a port, and no blank, comma, path or user.`,
			'Give each server a text of its own in the list of urls; name and password are members of the object.'
		);
	}
	const transport = /[?&]transport=([^&\s]*)/.exec(url)?.[1];
	if (!isTurn(url) && url.includes('?')) {
		return refused(
			'servers.stun-with-query',
			`${shown} in iceServers has a “?”, which URLs of STUN do not have.`,
			'Leave out what follows the “?”.'
		);
	}
	if (transport !== undefined && !/^(?:udp|tcp)$/i.test(transport)) {
		return refused(
			'servers.transport',
			`${shown} in iceServers asks for the transport “${transport.slice(0, 20)}”; there are udp and tcp.`,
			'For TLS write turns:host:port?transport=tcp.'
		);
	}
	const port = portOf(url);
	if (port !== null && (Number(port) === 0 || Number(port) > 65535)) {
		return refused(
			'servers.port',
			`${shown} in iceServers has the port ${port.slice(0, 12)}; ports go from 1 to 65535.`,
			'Most servers listen on 3478, and on 5349 for TLS.'
		);
	}
	if (isTurn(url) && !(hasUsername && hasCredential)) {
		const lacks = [
			...(hasUsername ? [] : ['username']),
			...(hasCredential ? [] : ['credential'])
		].join(' and ');
		return {
			id: 'servers.no-credentials',
			severity: 'breaks the call',
			claim: `The TURN server ${shown} has no ${lacks}: the constructor throws an InvalidAccessError.`,
			todo: 'Give it username and credential, in the same object as its urls.',
			source: 'webrtc-pc, 4.4.1.6'
		};
	}
	return ofUse(url, shown, scheme, transport ?? null);
}

/** What browsers take, and what is not what was meant by it. */
function ofUse(url: string, shown: string, scheme: string, transport: string | null): Told | null {
	if (scheme === 'turn' && portOf(url) === '443' && transport?.toLowerCase() !== 'tcp') {
		return {
			id: 'servers.port-443-over-udp',
			severity: 'will bite',
			claim: `${shown} is asked over UDP on port 443: networks that let through nothing but HTTPS let through TCP there, and not UDP.`,
			todo: 'Add turn:host:443?transport=tcp, or turns:host:443?transport=tcp, which looks like HTTPS.',
			source: 'RFC 7065, 3.2; RFC 8656, 3.1',
			isCertain: false
		};
	}
	if (scheme === 'turns' && transport?.toLowerCase() === 'udp') {
		return {
			id: 'servers.turns-over-udp',
			severity: 'will bite',
			claim: `${shown} asks for TURN over DTLS, which browsers do not do.`,
			todo: 'Write turns:host:port?transport=tcp.',
			source: 'RFC 7065, 3.2',
			isCertain: false
		};
	}
	if (scheme === 'turns' && isAddress(hostOf(url))) {
		return {
			id: 'servers.turns-by-address',
			severity: 'will bite',
			claim: `${shown} names a TURN server over TLS by its address: its certificate is checked against that, and most are for a name.`,
			todo: 'Use the name that the certificate is for.',
			source: 'RFC 8656, 3.1; RFC 9525, 6',
			isCertain: false
		};
	}
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
						source: 'webrtc-pc, 4.2.4'
					}
				]
			: []),
		...(isStun && hasUsername && hasCredential
			? [
					{
						id: 'servers.stun-with-credentials',
						claim: `${urls[0]!.slice(0, 80)} has a user name and a password, which STUN does not use: it gives no relay.`,
						todo: 'If it was meant to be a TURN server, write turn: in place of stun:.',
						source: 'webrtc-pc, 4.2.4',
						isCertain: false
					}
				]
			: [])
	];
}

/** What is wrong with the servers of a configuration, each thing once (webrtc-pc, 4.2.4; tried in browsers). */
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

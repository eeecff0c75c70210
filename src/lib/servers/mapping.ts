import type { Gathered, SeenCandidate } from './gathered';
import { place, type Judged } from './judged';
import { overWhat, readServerUrl } from './url';

/**
 * The URLs that show how a NAT maps: one socket asks all of them over UDP. A TURN server answers binding
 * requests as well (RFC 8656, 3.1), so it is asked without its login.
 */
export function mappingUrls(urls: readonly string[]): string[] {
	const places = urls.flatMap((url) => {
		const server = readServerUrl(url);
		if (server === null || overWhat(server) !== 'UDP') return [];
		return [`stun:${place({ address: server.host, port: server.port })}`];
	});
	return [...new Set(places)];
}

/**
 * Which socket a candidate is of. Where the browser hides it, Chromium gives the candidates of one base one
 * foundation; Firefox has a part of the priority for each interface (RFC 8445, 5.1.1.3 and 5.1.2.1).
 */
function baseOf({ related, foundation, priority, url }: SeenCandidate): string {
	if (related) return place(related);
	return url === null ? `interface ${(priority >>> 16) & 0xff}` : `foundation ${foundation}`;
}

/**
 * Whether the NAT gives one socket one port for all destinations, or each its own (RFC 4787, 4.1).
 * @param gathered what several servers told in one connection, each of which answers alone
 * @param urls those servers
 */
export function judgeMapping(
	{ candidates, errors, end }: Gathered,
	urls: readonly string[]
): Judged {
	const seen = candidates.filter(({ type, protocol }) => type === 'srflx' && protocol === 'udp');
	const byBase = new Map<string, Set<string>>();
	for (const one of seen) {
		const base = baseOf(one);
		byBase.set(base, (byBase.get(base) ?? new Set()).add(place(one)));
	}
	const changing = [...byBase.values()].map((places) => [...places]).find(isSeveral);
	const servers = `${urls.length} servers (${urls.join(', ')})`;
	if (changing) {
		return {
			status: 'bad',
			says: [
				`One socket was seen at ${changing.join(' and at ')} by ${servers}: the NAT maps by destination (address-dependent or address-and-port-dependent mapping, RFC 4787, 4.1; “symmetric NAT”).`,
				'An address that STUN tells is then good for the STUN server alone. Between two such networks, and towards many others, a call needs a relay.'
			],
			todo: 'Have a TURN server, over UDP and over TLS on port 443; or set the NAT to endpoint-independent mapping.'
		};
	}
	if (end === 'stopped' || end === 'refused') {
		return {
			status: 'unknown',
			says: ['Whether the NAT maps by destination was not seen: the test was stopped.'],
			todo: 'Test again, and wait for it.'
		};
	}
	if (end === 'limit' || errors.length > 0) {
		return {
			status: 'unknown',
			says: [
				`Whether the NAT maps by destination was not seen: not all of ${servers} answered one socket.`
			],
			todo: 'Add a STUN server at another address, and test again.'
		};
	}
	return {
		status: 'good',
		says: [
			seen.length === 0
				? `No NAT was seen by ${servers}: nothing is mapped.`
				: `One socket was seen at one place, ${[...new Set(seen.map(place))].join(' and ')}, by ${servers}: the mapping does not change with the destination (endpoint-independent mapping, RFC 4787, 4.1).`,
			...(areOneHost(urls)
				? ['All of them have one address: whether it changes with the address is not told by that.']
				: [])
		],
		todo: null
	};
}

const isSeveral = (places: readonly string[]) => places.length > 1;

const areOneHost = (urls: readonly string[]): boolean =>
	new Set(urls.map((url) => readServerUrl(url)?.host)).size === 1;

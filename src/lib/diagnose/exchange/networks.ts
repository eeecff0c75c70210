import {
	addressesOf,
	candidatesOf,
	evidenceOf,
	hasUnread,
	isFromServer,
	isInside
} from '../candidates/of-material';
import { finding, type Finding } from '../finding';
import type { Exchange } from './exchange';

/**
 * The network of a private IPv4 address, as far as one can guess: its first two or three numbers. A company has all of
 * 10.0.0.0/8 often, and routes between its parts; a mesh of VPNs gives out all of 100.64.0.0/10 (RFC 1918, 3).
 *
 * @param isApart whether it is told that there is no way through such a network
 */
function networkOf(address: string, isApart: boolean): string | null {
	const [a, b, c] = address.split('.');
	if (c === undefined) return null;
	if (a === '10' || a === '100') return isApart ? `${a}.${b}` : a;
	return a === '172' ? `${a}.${b}` : `${a}.${b}.${c}`;
}

/**
 * Both sides have addresses of their own networks alone, and the networks have nothing in common: no
 * pair of theirs can work (RFC 8445, 5.1.1).
 */
export function networks({ offer, answer, outcome }: Exchange): Finding | null {
	const [mine, theirs] = [candidatesOf(offer), candidatesOf(answer)];
	if (hasUnread(offer, answer)) return null;
	if ([...mine, ...theirs].some((one) => isFromServer(one) || !isInside(one))) return null;
	const nets = (all: typeof mine) =>
		new Set(
			all
				.map(({ candidate }) => networkOf(candidate.address, outcome === 'failed'))
				.filter((one) => one !== null)
		);
	const [here, there] = [nets(mine), nets(theirs)];
	if (here.size === 0 || there.size === 0) return null;
	if ([...here].some((network) => there.has(network))) return null;
	return finding({
		id: 'ice.different-private-networks',
		severity: 'will bite',
		claim: `Both sides have addresses of their own networks alone, and these differ (${addressesOf(mine)}; ${addressesOf(theirs)}): most likely neither reaches the other.`,
		because: [...evidenceOf(offer.of, mine), ...evidenceOf(answer.of, theirs)],
		todo: 'Give both a STUN server, and a TURN server for networks whose NAT does not let strangers in.',
		source: 'RFC 8445, 5.1.1',
		isCertain: false
	});
}

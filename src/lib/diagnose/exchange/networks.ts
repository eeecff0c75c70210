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

/** The network of a private IPv4 address, as far as one can guess: its first two or three numbers. */
function networkOf(address: string): string | null {
	const [a, b, c] = address.split('.');
	if (c === undefined) return null;
	return a === '10' || a === '172' ? `${a}.${b}` : `${a}.${b}.${c}`;
}

/**
 * Both sides have addresses of their own networks alone, and the networks have nothing in common: no
 * pair of theirs can work (RFC 8445, 5.1.1).
 */
export function networks({ offer, answer }: Exchange): Finding | null {
	const [mine, theirs] = [candidatesOf(offer), candidatesOf(answer)];
	if (hasUnread(offer, answer)) return null;
	if ([...mine, ...theirs].some((one) => isFromServer(one) || !isInside(one))) return null;
	const nets = (all: typeof mine) =>
		new Set(all.map(({ candidate }) => networkOf(candidate.address)).filter((one) => one !== null));
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

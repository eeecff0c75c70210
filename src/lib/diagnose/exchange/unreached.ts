import { describeAddress } from '../../ice';
import {
	addressesOf,
	candidatesOf,
	evidenceOf,
	hasUnread,
	isInside,
	isUdp,
	type OwnCandidate
} from '../candidates/of-material';
import { finding, type Finding } from '../finding';
import { isHidden, isOutside, isWithin } from '../ice/scopes';
import { asGiven, SHARED_TODO, sharedNetwork } from '../ice/shared-network';
import { called, type Material } from '../material';
import type { Exchange } from './exchange';

/**
 * What a server announces that has a public address. Those of IPv6 say less: each device at home may have one, and a
 * firewall in front of it.
 */
export const isOpen = (one: OwnCandidate): boolean =>
	one.candidate.type === 'host' &&
	isUdp(one) &&
	isOutside(one.scope) &&
	describeAddress(one.candidate.address).family === 4;

const TODO =
	'Announce an address that the other side can reach: have a STUN and a TURN server in iceServers; in a server or a container, its public address (announced or external IP).';

/** One side announces only what its own network knows. */
function within(side: Material, other: Material): Finding | null {
	const [all, others] = [candidatesOf(side), candidatesOf(other)];
	const addresses = (list: readonly OwnCandidate[]) =>
		list.map(({ candidate }) => candidate.address);
	const isOfBoth = others.every(({ scope }) => isHidden(scope));
	// Whoever has an address that is known outside is reached from within.
	if (
		all.length === 0 ||
		!all.every(({ scope }) => isWithin(scope)) ||
		isOfBoth ||
		others.some(isOpen)
	)
		return null;
	const network = sharedNetwork(addresses(all), addresses(others));
	const what = called(side);
	const isNames = all.every(({ scope }) => scope === 'mdns');
	const alike =
		network === null ? '' : `; the other has one in ${network}.x as well, which may be chance`;
	return finding({
		id: isNames ? 'ice.remote-only-mdns' : 'ice.remote-only-private',
		severity: 'breaks the call',
		claim: isNames
			? `The connection failed, and the ${what} announces only names in .local, which nobody outside of its network can resolve.`
			: `The connection failed, and the ${what} announces only addresses of its own network (${asGiven(addresses(all.filter(isInside)))}), which nobody outside of it reaches${alike}.`,
		because: evidenceOf(side.of, all),
		todo:
			network === null
				? TODO
				: `${SHARED_TODO} In a server or a container, announce its public address.`,
		source: 'RFC 8445, 5.1.1; RFC 1918, 3',
		isCertain: false
	});
}

/** Both announce addresses of one network alone, and not even there is anything answered. */
function together(offer: Material, answer: Material): Finding | null {
	const both = [offer, answer].map(candidatesOf);
	if (!both.flat().every(({ scope }) => isWithin(scope))) return null;
	const [mine, theirs] = both.map((all) => all.map(({ candidate }) => candidate.address));
	const network = sharedNetwork(mine!, theirs!);
	if (network === null) return null;
	return finding({
		id: 'ice.no-answer',
		severity: 'breaks the call',
		claim: `The connection failed, though both sides have an address in ${network}.x, as if in one network.`,
		because: [...evidenceOf(offer.of, both[0]!), ...evidenceOf(answer.of, both[1]!)],
		todo: SHARED_TODO,
		source: 'RFC 8445, 7.2.5',
		isCertain: false
	});
}

/** One side alone announces a public address of its own, as a server does, and nothing comes of it. */
function closed(side: Material, other: Material): Finding | null {
	const open = candidatesOf(side).filter(isOpen);
	if (open.length === 0 || candidatesOf(other).some(isOpen)) return null;
	const ports = [...new Set(open.map(({ candidate }) => candidate.port))];
	return finding({
		id: 'ice.public-unanswered',
		severity: 'breaks the call',
		claim: `The connection failed, though the ${called(side)} announces a public address of its own (${addressesOf(open)}): most likely no UDP packet comes through to its port ${ports.slice(0, 3).join(', ')}${ports.length > 3 ? ', …' : ''}.`,
		because: evidenceOf(side.of, open),
		todo: 'See whether that machine’s UDP ports for media are open from outside (firewall, security group, the published ports of a container), and whether the address is its own. For networks that let no UDP out, offer TCP or a TURN server over TLS.',
		source: 'RFC 8445, 7.2.5',
		isCertain: false
	});
}

/**
 * A connection that failed, and the candidates of one side that tell why: nobody reaches them from outside, or somebody
 * should, and does not. What explains it better, two networks or a NAT, is said elsewhere.
 */
export function unreached({ offer, answer, outcome }: Exchange): Finding | null {
	if (outcome !== 'failed' || hasUnread(offer, answer)) return null;
	const isOfBoth = [offer, answer].every((side) => candidatesOf(side).length > 0);
	const hidden = isOfBoth
		? (within(answer, offer) ?? within(offer, answer) ?? together(offer, answer))
		: null;
	// Whoever announces nothing can still be seen by whom it checks (RFC 8445, 7.3.1.3).
	return hidden ?? closed(answer, offer) ?? closed(offer, answer);
}

import { finding, type Finding } from '../finding';
import { isHidden } from '../ice/scopes';
import { called, type Material } from '../material';
import { addressesOf, candidatesOf, evidenceOf, hasUnread, isInside, isUdp } from './of-material';
import { isJustBegun } from './to-come';

/**
 * How far the candidates of one side reach: the device itself, its own network, or nobody knows how
 * far (RFC 8445, 5.1.1; draft-ietf-mmusic-mdns-ice-candidates). Of those that cannot be read nothing is known, and so
 * nothing of all.
 */
export function reach(material: Material): Finding | null {
	const { of } = material;
	const all = candidatesOf(material);
	if (all.length === 0 || hasUnread(material)) return null;
	const what = called(material);
	const because = evidenceOf(of, all);
	if (all.every(({ scope }) => scope === 'loopback')) {
		return finding({
			id: 'ice.only-loopback',
			severity: 'will bite',
			claim: `Every candidate of the ${what} is a loopback address (${addressesOf(all)}), which nobody but the device itself can reach.`,
			because,
			todo: 'Announce an address that the other side can reach: in a server, its announced or external IP; elsewhere, see why only loopback was gathered.',
			source: 'RFC 8445, 5.1.1.1'
		});
	}
	if (all.every(({ scope }) => scope === 'unspecified')) {
		return finding({
			id: 'ice.only-unspecified',
			severity: 'will bite',
			claim: `Every candidate of the ${what} has the address ${addressesOf(all)}, which stands for no address: nothing can be sent there.`,
			because,
			todo: 'Announce an address of the device: in a server, its announced or external IP in place of the one that it listens on.',
			source: 'RFC 1122, 3.2.1.3; RFC 4291, 2.5.2'
		});
	}
	if (!all.some(isUdp)) {
		const isPart = isJustBegun(material);
		return finding({
			id: 'ice.only-tcp',
			severity: isPart ? 'worth knowing' : 'will bite',
			claim: `The ${what} has candidates for TCP alone: they pair with TCP candidates of the other side, never with those for UDP.`,
			because,
			todo: `${isPart ? 'It may have been read before the others were gathered. If none of them came: see' : 'See'} why no UDP candidate was gathered: a policy of the browser (WebRTC IP handling), a firewall, or a server without UDP.`,
			source: 'RFC 6544, 6.2',
			isCertain: !isPart
		});
	}
	if (all.every(({ scope }) => scope === 'mdns')) {
		return finding({
			id: 'ice.only-mdns',
			claim: `Every candidate of the ${what} is a name in .local, which only the same network can resolve.`,
			because,
			todo: 'Beyond one network, have a STUN or TURN server in iceServers; a server that cannot resolve such names has to wait for the checks to come from there.',
			source: 'draft-ietf-mmusic-mdns-ice-candidates, 3.1'
		});
	}
	if (all.every(({ scope }) => isHidden(scope))) {
		return finding({
			id: 'ice.only-private',
			claim: `Every address of the ${what} is one of its own network (${addressesOf(all.filter(isInside))}): whoever is outside of it cannot reach any.`,
			because,
			todo: 'Within one network that is enough. Beyond it, have a STUN and a TURN server in iceServers, or in a server its public address.',
			source: 'RFC 8445, 5.1.1'
		});
	}
	return null;
}

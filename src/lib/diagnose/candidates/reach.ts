import { finding, type Finding } from '../finding';
import { called, isForBrowsers, usedSections, type Material } from '../material';
import { addressesOf, candidatesOf, evidenceOf, isInside } from './of-material';

const isUdp = (transport: string) => transport.toLowerCase() === 'udp';

/**
 * How far the candidates of one side reach: the device itself, its own network, or nobody knows how
 * far (RFC 8445, 5.1.1; draft-ietf-mmusic-mdns-ice-candidates).
 */
export function reach(material: Material): Finding | null {
	const { of } = material;
	const all = candidatesOf(material);
	if (all.length === 0) return null;
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
	if (all.every(({ candidate }) => !isUdp(candidate.transport))) {
		return finding({
			id: 'ice.only-tcp',
			severity: 'will bite',
			claim: `The ${what} has candidates for TCP alone: they pair with TCP candidates of the other side, never with those for UDP.`,
			because,
			todo: 'See why no UDP candidate was gathered: a policy of the browser (WebRTC IP handling), a firewall, or a server without UDP.',
			source: 'RFC 6544, 6.2'
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
	if (all.every((one) => isInside(one) || one.scope === 'mdns' || one.scope === 'loopback')) {
		return finding({
			id: 'ice.only-private',
			claim: `Every address of the ${what} is one of its own network (${addressesOf(all.filter(isInside))}): whoever is outside of it cannot reach any.`,
			because,
			todo: 'Within one network that is enough. Beyond it, have a STUN and a TURN server in iceServers, or in a server its public address.',
			source: 'RFC 8445, 5.1.1; RFC 1918'
		});
	}
	return null;
}

/** No candidate, and none is going to come: without trickle ICE all stand in the description (RFC 8838). */
export function none(material: Material): Finding | null {
	const { description } = material;
	if (candidatesOf(material).length > 0 || !isForBrowsers(material)) return null;
	if (usedSections(material).length === 0) return null;
	const parts = [description.session, ...description.sections];
	const trickles = parts.some((part) =>
		part.attributes('ice-options').some(({ value }) => /\btrickle\b/.test(value))
	);
	// Candidates that were left out of what was pasted are no fault of it.
	if (trickles && parts.every((part) => part.attribute('end-of-candidates') === undefined)) {
		return null;
	}
	const what = called(material);
	return finding({
		id: 'ice.no-candidates',
		// Whoever sends them later without saying so may still do it.
		severity: trickles ? 'will bite' : 'worth knowing',
		claim: trickles
			? `The ${what} has no candidate and says that no more will come (a=end-of-candidates).`
			: `The ${what} has no candidate, and does not say that it sends them later (a=ice-options:trickle).`,
		because: [{ kind: 'fact', text: `${description.lines.length} lines, no a=candidate.` }],
		todo: 'Wait until gathering is complete and send pc.localDescription then, or send each candidate as it comes. If none comes at all, look at iceTransportPolicy, permissions and the network.',
		source: 'RFC 8838, 4.1; RFC 8839, 5.1',
		isCertain: trickles
	});
}

/** Addresses that whoever shared the text has masked tell nothing: said, so that they are not blamed. */
export function masked(material: Material): Finding | null {
	const found = candidatesOf(material).filter(({ scope }) => scope === 'masked');
	if (found.length === 0) return null;
	return finding({
		id: 'ice.masked-addresses',
		claim: `${found.length === 1 ? 'An address is' : `${found.length} addresses are`} masked by whoever shared this: whether they can be reached cannot be told.`,
		because: evidenceOf(material.of, found),
		todo: 'Look at the original, or replace each address by one of the same kind (private, public).',
		source: null
	});
}

/** A candidate with port 0 or 9 and no TCP is no place to send to. */
export function discardPort(material: Material): Finding | null {
	const found = candidatesOf(material).filter(
		({ candidate }) => candidate.port === 0 && isUdp(candidate.transport)
	);
	if (found.length === 0) return null;
	return finding({
		id: 'ice.candidate-without-port',
		severity: 'worth knowing',
		claim: `${found.length === 1 ? 'A candidate has' : `${found.length} candidates have`} port 0: nothing can be sent there.`,
		because: evidenceOf(material.of, found),
		todo: 'See why no port was allocated: for a relayed candidate, the TURN server refused or its answer was misread.',
		source: 'RFC 8839, 5.1'
	});
}

import { describeAddress } from '../../ice';
import { finding, type Finding } from '../finding';
import { isOutside } from '../ice/scopes';
import { called, type Material } from '../material';
import { addressesOf, candidatesOf, evidenceOf, isInside } from './of-material';

/**
 * A relay with a private address, though the device came to its server from a public one, which the
 * related address tells (RFC 8839, 5.1): the server stands behind a NAT and does not know its own
 * public address (RFC 8656, 5).
 */
export function relayInside(material: Material): Finding | null {
	const relays = candidatesOf(material).filter(({ candidate }) => candidate.type === 'relay');
	const inside = relays.filter((one) => {
		const from = one.candidate.relatedAddress;
		return isInside(one) && from !== null && isOutside(describeAddress(from).scope);
	});
	if (inside.length === 0 || inside.length < relays.length) return null;
	return finding({
		id: 'ice.relay-inside',
		severity: 'will bite',
		claim: `The TURN server of the ${called(material)} gave out ${addressesOf(inside)}, an address of its own network, to a device that came from ${inside[0]!.candidate.relatedAddress!.slice(0, 60)}: nobody outside of that network reaches the relay.`,
		because: evidenceOf(material.of, inside),
		todo: 'Tell the TURN server its public address (coturn: external-ip=public/private), and let its relay ports through.',
		source: 'RFC 8656, 5; RFC 8839, 5.1',
		isCertain: false
	});
}

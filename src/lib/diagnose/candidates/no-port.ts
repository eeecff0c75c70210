import { finding, type Finding } from '../finding';
import { called, type Material } from '../material';
import { candidatesOf, evidenceOf, isUdp } from './of-material';

/** Port 0 is no place to send to; a TCP candidate that only opens connections has one of no meaning (RFC 6544, 4.5). */
export function noPort(material: Material): Finding | null {
	const found = candidatesOf(material).filter((one) => one.candidate.port === 0 && isUdp(one));
	if (found.length === 0) return null;
	const { type, address } = found[0]!.candidate;
	const which =
		found.length === 1
			? `A candidate of the ${called(material)} (${type.slice(0, 20)}, ${address.slice(0, 60)}) has`
			: `${found.length} candidates of the ${called(material)} have`;
	return finding({
		id: 'ice.candidate-without-port',
		severity: 'worth knowing',
		claim: `${which} port 0: nothing can be sent there.`,
		because: evidenceOf(material.of, found),
		todo: 'See why no port was allocated: for a relayed candidate, the TURN server refused or its answer was misread.',
		source: 'RFC 8839, 5.1'
	});
}

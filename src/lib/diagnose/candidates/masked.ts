import { finding, type Finding } from '../finding';
import { called, type Material } from '../material';
import { isImpossibleAddress } from './impossible';
import { candidatesOf, evidenceOf } from './of-material';

/** Addresses that whoever shared the text has masked tell nothing: said, so that they are not blamed. */
export function maskedAddresses(material: Material): Finding | null {
	const found = candidatesOf(material).filter(({ scope }) => scope === 'masked');
	if (found.length === 0) return null;
	const [first] = found;
	const which =
		found.length === 1
			? `The address of a candidate in the ${called(material)}, “${first!.candidate.address.slice(0, 60)}”, is masked by whoever shared this: whether it`
			: `The addresses of ${found.length} candidates in the ${called(material)} are masked by whoever shared this: whether they`;
	// No program has such an address, but somebody may have mistyped it.
	const isMade = found.every(({ candidate }) => isImpossibleAddress(candidate.address));
	const made = isMade ? ' (no IPv4 address has a number above 255)' : '';
	return finding({
		id: 'ice.masked-addresses',
		claim: `${which} can be reached cannot be told${made}.`,
		because: evidenceOf(material.of, found),
		todo: 'Look at the original, or replace each address by one of the same kind (private, public).',
		source: null
	});
}

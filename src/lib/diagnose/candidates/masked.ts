import { finding, type Finding } from '../finding';
import type { Material } from '../material';
import { candidatesOf, evidenceOf } from './of-material';

/** Addresses that whoever shared the text has masked tell nothing: said, so that they are not blamed. */
export function maskedAddresses(material: Material): Finding | null {
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

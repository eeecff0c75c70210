import { annotate } from '../../sdp';
import { inOrder, type Finding } from '../finding';
import type { Material } from '../material';
import { maskedAddresses } from './masked';
import { noPort } from './no-port';
import { reach } from './reach';

/**
 * What is concluded of candidates that came without a description. Of whom they are is not known, nor
 * whether they are all: so nothing is more than worth knowing.
 */
export function candidatesAlone(candidates: readonly string[]): Finding[] {
	const description = annotate('');
	const material: Material = {
		of: '',
		role: null,
		description,
		written: description,
		trickled: candidates
	};
	const found = [reach, noPort, maskedAddresses].flatMap((detector) => detector(material) ?? []);
	return inOrder(
		found.map((one) => ({ ...one, severity: 'worth knowing' as const, isCertain: false }))
	);
}

import { annotate } from '../../sdp';
import { byOutcome } from '../by-outcome';
import type { Outcome } from '../exchange';
import { inOrder, type Finding } from '../finding';
import type { Material } from '../material';
import { mapping } from './mapping';
import { maskedAddresses } from './masked';
import { noPort } from './no-port';
import { reach } from './reach';

/**
 * What is concluded of candidates that came without a description. Of whom they are is not known, nor
 * whether they are all: so nothing is more than worth knowing, but where it is told that no connection came of them.
 */
export function candidatesAlone(
	candidates: readonly string[],
	outcome: Outcome | null = null
): Finding[] {
	const description = annotate('');
	const material: Material = {
		of: '',
		role: null,
		description,
		written: description,
		trickled: candidates
	};
	const found = [reach, noPort, mapping, maskedAddresses].flatMap(
		(detector) => detector(material) ?? []
	);
	const alone = found.map((one) => ({
		...one,
		severity: 'worth knowing' as const,
		isCertain: false
	}));
	return inOrder(byOutcome(alone, outcome, true));
}

import { finding, lines, type Finding } from '../finding';
import type { Material } from '../material';

/**
 * Candidates that begin with a blank where their foundation belongs, as cameras and gateways write them. Both browsers take
 * the description; Chromium uses such candidates, and Firefox none of them.
 */
export function candidateFoundation({ of, description }: Material): Finding | null {
	const without = description.lines.filter(({ attribute, value }) => {
		return attribute === 'candidate' && /^ +\d+ /.test(value);
	});
	const [first] = without;
	if (first === undefined) return null;
	const more = without.length - 1;
	const others = more === 0 ? '' : ` (and ${more} more ${more === 1 ? 'has' : 'have'} none)`;
	return finding({
		id: 'sdp.candidate-without-foundation',
		severity: 'will bite',
		claim: `Line ${first.number} has no foundation in front of the component${others}: Firefox leaves such a candidate out, and Chromium uses it.`,
		because: lines(of, without),
		todo: 'Name a foundation where the candidate is made, the same for candidates of one type and base: a=candidate:1 1 udp …',
		source: 'RFC 8839, 5.1; RFC 8445, 5.1.1.3'
	});
}

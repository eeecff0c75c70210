import type { Check } from './check';
import { counted, created, linesOf, sectionsOf, shown } from './reading.ts';

const isCandidate = (line: string) => line.startsWith('a=candidate');

/**
 * How many candidates stand in John’s first offer: none has been gathered by then, since gathering begins with
 * the local description (RFC 9429, 3.5.1).
 */
export const candidatesInOffer: Check = {
	answers: ['none', 'one for each section', 'one for each address'],
	expected: 'none',
	read(view, entries) {
		const offer = created(view, shown(view, entries), 'john', 'createOffer');
		if (!offer) return null;
		const count = linesOf(offer.sdp).filter(isCandidate).length;
		const sections = sectionsOf(offer.sdp);
		const isEach = count > 0 && sections.every((lines) => lines.filter(isCandidate).length === 1);
		return {
			is: count === 0 ? 'none' : isEach ? 'one for each section' : 'one for each address',
			proof: `Of its ${linesOf(offer.sdp).length} lines, in ${counted(sections.length, 'section')}, ${count === 0 ? 'not one begins' : `${count} begin`} with a=candidate.`,
			seq: offer.seq
		};
	}
};

import type { Check } from './check';
import { capital, counted, created, offerTaken, sectionsOf, shown } from './reading.ts';

/** How many sections Jane’s answer has: those of the offer, in its order (RFC 3264, 6). */
export const sectionsOfAnswer: Check = {
	answers: ['two', 'two of hers', 'three', 'four'],
	expected: 'two',
	read(view, entries) {
		const answer = created(view, shown(view, entries), 'jane', 'createAnswer');
		const offer = offerTaken(view, answer);
		if (!answer || offer === null) return null;
		const sections = sectionsOf(answer.sdp);
		const offered = sectionsOf(offer);
		// It is asked of an offer with two.
		if (offered.length !== 2) return null;
		const isHers =
			offered.some((lines) => lines.includes('a=sendrecv')) &&
			sections.every((lines) => lines.includes('a=sendonly'));
		const is = { 2: isHers ? 'two of hers' : 'two', 3: 'three', 4: 'four' }[sections.length];
		if (is === undefined) return null;
		const directions = sections.map(
			(lines) => lines.find((line) => /^a=(send|recv|inactive)/.test(line))?.slice(2) ?? 'sendrecv'
		);
		return {
			is,
			proof: `${capital(counted(offered.length, 'section'))} in the offer, ${counted(sections.length, 'section')} in the answer: ${directions.join(', ')}.`,
			seq: answer.seq
		};
	}
};

import type { Direction, Line, Section } from '../description';
import type { Finding } from './types';

const sends = (direction: Direction) => direction === 'sendrecv' || direction === 'sendonly';
const receives = (direction: Direction) => direction === 'sendrecv' || direction === 'recvonly';

const lineOf = (section: Section) => section.effective(section.direction) ?? null;

/** The direction, and where no line says it, that nobody did. */
function said(section: Section, line: Line | null): string {
	return line === null
		? `${section.direction} (no line says so: it is the default, RFC 8866, 6.7)`
		: section.direction;
}

/** In which direction media will flow (RFC 3264, 6.1). */
export function compareDirection(offer: Section, answer: Section): Finding | null {
	if (!offer.isRtp) return null;
	const [before, after] = [lineOf(offer), lineOf(answer)];
	const lines = { about: 'direction', before, after };
	const pair = `Offered ${said(offer, before)}, answered ${said(answer, after)}`;
	const unwanted =
		(sends(answer.direction) && !receives(offer.direction)) ||
		(receives(answer.direction) && !sends(offer.direction));
	if (unwanted) {
		const meaning = `${pair}: the answer asks for a direction that was not offered.`;
		return { ...lines, verdict: 'wrong', meaning, rule: 'direction' };
	}
	const forth = sends(offer.direction) && receives(answer.direction);
	const back = receives(offer.direction) && sends(answer.direction);
	const flow = forth
		? back
			? 'media flow both ways'
			: 'media flow from the offerer to the answerer only'
		: back
			? 'media flow from the answerer to the offerer only'
			: 'no media flow';
	const full = forth === sends(offer.direction) && back === receives(offer.direction);
	return { ...lines, verdict: full ? 'kept' : 'narrowed', meaning: `${pair}: ${flow}.` };
}

import type { Direction, Section } from '../section';
import type { Finding } from './types';

const sends = (direction: Direction) => direction === 'sendrecv' || direction === 'sendonly';
const receives = (direction: Direction) => direction === 'sendrecv' || direction === 'recvonly';

const lineOf = (section: Section) => section.effective(section.direction) ?? null;

/** In which direction media will flow (RFC 3264, 6.1). */
export function compareDirection(offer: Section, answer: Section): Finding | null {
	if (!offer.isRtp) return null;
	const lines = { about: 'direction', before: lineOf(offer), after: lineOf(answer) };
	const pair = `Offered ${offer.direction}, answered ${answer.direction}`;
	const unwanted =
		(sends(answer.direction) && !receives(offer.direction)) ||
		(receives(answer.direction) && !sends(offer.direction));
	if (unwanted) {
		const meaning = `${pair}: the answer asks for a direction that was not offered.`;
		return { ...lines, verdict: 'wrong', meaning };
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

import { diff, type DescriptionDiff } from '../../sdp';
import type { Material } from '../material';

/** An offer and its answer, compared. */
export interface Exchange {
	readonly offer: Material;
	readonly answer: Material;
	readonly compared: DescriptionDiff;
}

/**
 * Compares an offer and its answer for the detectors.
 * @param standing the exchange before, where this one changes a connection that stands
 */
export function exchangeOf(
	offer: Material,
	answer: Material,
	standing?: Pick<Exchange, 'offer' | 'answer'>
): Exchange {
	const before = standing && {
		offer: standing.offer.description,
		answer: standing.answer.description
	};
	return {
		offer,
		answer,
		compared: diff(offer.description, answer.description, 'answer', before)
	};
}

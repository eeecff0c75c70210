import { diff, type DescriptionDiff } from '../../sdp';
import type { Material } from '../material';

/** What is told of a connection last. */
export type Outcome = 'connected' | 'failed';

/** An offer and its answer, compared. */
export interface Exchange {
	readonly offer: Material;
	readonly answer: Material;
	readonly compared: DescriptionDiff;
	/** The exchange before, where this one changes a connection that stands. */
	readonly standing: Pick<Exchange, 'offer' | 'answer'> | null;
	/** How the connection ended, where that is told. */
	readonly outcome: Outcome | null;
}

/**
 * Compares an offer and its answer for the detectors.
 * @param standing the exchange before, where this one changes a connection that stands
 */
export function exchangeOf(
	offer: Material,
	answer: Material,
	standing?: Pick<Exchange, 'offer' | 'answer'>,
	outcome: Outcome | null = null
): Exchange {
	const before = standing && {
		offer: standing.offer.description,
		answer: standing.answer.description
	};
	return {
		offer,
		answer,
		standing: standing ?? null,
		outcome,
		compared: diff(offer.description, answer.description, 'answer', before)
	};
}

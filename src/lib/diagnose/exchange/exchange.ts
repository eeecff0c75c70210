import { diff, type DescriptionDiff } from '../../sdp';
import type { Material } from '../material';
import type { ToldTurn } from '../turn/told';
import { isSameSession, type Standing } from './standing';

/** What is told of a connection last: that it is there, that it failed, or that it did though ICE had found a path. */
export type Outcome = 'connected' | 'failed' | 'lost';

/** What is told of how a call went, beside its descriptions. */
export interface Ending {
	readonly outcome: Outcome | null;
	readonly turn: ToldTurn | null;
}

/** An offer and its answer, compared. */
export interface Exchange extends Ending {
	readonly offer: Material;
	readonly answer: Material;
	readonly compared: DescriptionDiff;
	/** The exchange before, where this one changes a connection that stands. */
	readonly standing: Standing | null;
}

/**
 * Compares an offer and its answer for the detectors.
 * @param standing the exchange before, where this one changes a connection that stands
 */
export function exchangeOf(
	offer: Material,
	answer: Material,
	standing?: Standing,
	{ outcome, turn }: Ending = { outcome: null, turn: null }
): Exchange {
	// Roles stand in a connection alone, and two of them may have the same certificates.
	const isOne = standing !== undefined && isSameSession({ offer, answer }, standing);
	const before = isOne
		? { offer: standing.offer.description, answer: standing.answer.description }
		: undefined;
	return {
		offer,
		answer,
		standing: standing ?? null,
		outcome,
		turn,
		compared: diff(offer.description, answer.description, 'answer', before)
	};
}

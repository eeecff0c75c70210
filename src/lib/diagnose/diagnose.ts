import { annotate, type Description } from '../sdp';
import { DESCRIPTION_DETECTORS } from './description';
import { EXCHANGE_DETECTORS, exchangeOf } from './exchange';
import { inOrder, type Finding } from './finding';
import { saidOnce } from './said-once';
import type { Material } from './material';
import { verdictOn, type Verdict } from './verdict';

/** A description to look at. */
export interface Given {
	/** SDP, or its annotation. */
	readonly sdp: string | Description;
	/** The name by which its lines are found, in the evidence. */
	readonly of: string;
	/** Candidates that came beside it, as `candidate:…`. */
	readonly trickled?: readonly string[];
}

/** What can be looked at. */
export type Input =
	| { readonly kind: 'description'; readonly role: Material['role']; readonly given: Given }
	| {
			readonly kind: 'exchange';
			readonly offer: Given;
			readonly answer: Given;
			/** The exchange by which the connection stands that this one changes. */
			readonly standing?: { readonly offer: Given; readonly answer: Given };
	  };

/** What was concluded. */
export interface Diagnosis {
	/** The one that explains the others first. */
	readonly findings: readonly Finding[];
	/** What browsers make of it; null where that cannot be told. */
	readonly verdict: Verdict | null;
	/** How many things were looked at. */
	readonly checks: number;
}

const materialOf = ({ sdp, of, trickled = [] }: Given, role: Material['role']): Material => ({
	of,
	role,
	trickled,
	description: typeof sdp === 'string' ? annotate(sdp) : sdp
});

const listed = (found: Finding | readonly Finding[] | null): readonly Finding[] =>
	found === null ? [] : 'id' in found ? [found] : found;

const lookAt = (material: Material): Finding[] =>
	DESCRIPTION_DETECTORS.flatMap((detector) => listed(detector(material)));

/** Concludes what is wrong with a description, or with an offer and its answer. Never throws. */
export function diagnose(input: Input): Diagnosis {
	if (input.kind === 'description') return ofDescription(materialOf(input.given, input.role));
	const { offer, answer, standing } = input;
	return ofExchange(
		materialOf(offer, 'offer'),
		materialOf(answer, 'answer'),
		standing && {
			offer: materialOf(standing.offer, 'offer'),
			answer: materialOf(standing.answer, 'answer')
		}
	);
}

function ofDescription(material: Material): Diagnosis {
	const findings = inOrder(saidOnce(lookAt(material)));
	const { role, description } = material;
	const verdict = role === null ? null : verdictOn(role, findings);
	return {
		findings,
		// An answer that has no fault of its own may still not fit its offer, and parts are no whole.
		verdict: isWhole(description) && (role === 'offer' || !verdict?.isGood) ? verdict : null,
		checks: DESCRIPTION_DETECTORS.length
	};
}

const isWhole = (description: Description) => description.lines[0]?.type === 'v';

function ofExchange(
	offer: Material,
	answer: Material,
	standing?: { offer: Material; answer: Material }
): Diagnosis {
	const exchange = exchangeOf(offer, answer, standing);
	const together = EXCHANGE_DETECTORS.flatMap((detector) => listed(detector(exchange)));
	const offered = lookAt(offer);
	const answered = saidOnce([...together, ...lookAt(answer)]);
	const onOffer = verdictOn('offer', inOrder(offered));
	return {
		findings: inOrder(saidOnce([...answered, ...offered])),
		verdict: onOffer.isGood ? verdictOn('answer', inOrder(answered)) : onOffer,
		checks: 2 * DESCRIPTION_DETECTORS.length + EXCHANGE_DETECTORS.length
	};
}

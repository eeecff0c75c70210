import type { FoundDescription } from './find-descriptions';
import { isFragment } from './fragment';
import { exchangesListedApart } from './listed-apart';
import {
	areAuthors,
	areTwo,
	MOST_OPEN,
	OpenOffers,
	partyOf,
	type ExchangePlaces,
	type Known,
	type Offer,
	type Party
} from './open-offers';
import type { SipExchange } from './sip-dialogue';

/** What belongs together of descriptions in the order in which they were found. */
export interface Paired {
	/** In the order of the offers: the first of a pair offered. */
	readonly exchanges: readonly ExchangePlaces[];
	/** Whether two offers of two authors cross, and not both are answered (RFC 9429, 4.1.10.2). */
	readonly glare: boolean;
	/** Where these two are; null where none cross. */
	readonly crossed: ExchangePlaces | null;
}

type Described = Pick<FoundDescription, 'type' | 'sdp'> &
	Partial<Pick<FoundDescription, 'sip' | 'isCompared' | 'start' | 'lost'>>;

/** What is written in front of a description of who made it. */
type Told = Pick<Known, 'side' | 'connection' | 'browser'>;

/**
 * Pairs each offer with the answer that follows it (RFC 3264, 4): of several open ones with that which it
 * fits, of another author, and last. Where it fits none, the last has an answer that is wrong. What does not
 * say what it is offers where nothing is open, and answers where something is, if there are no more than two.
 * An answer in front of its offer is taken where nothing else fits. A fragment belongs to none.
 *
 * @param told of each description what is written in front of it
 */
export function pairDescriptions(
	descriptions: readonly Described[],
	told: readonly Told[] = []
): Paired {
	const known = inDialogues(descriptions);
	const parties = descriptions.map(({ sdp, lost = null }, at) =>
		partyOf(at, sdp, { ...told[at], isLost: lost !== null })
	);
	const versions = comparedVersions(descriptions, parties);
	const apart = exchangesListedApart(
		descriptions.flatMap(({ type, sdp }, at) =>
			isFragment(sdp) || known.settled.has(at) || versions.has(at)
				? []
				: { type, party: parties[at]! }
		)
	);
	const settled = new Set([...known.settled, ...apart.flat()]);
	const offers = new OpenOffers();
	const early: number[] = [];
	let crossed: readonly [Offer, Offer] | null = null;
	let unanswered: Offer | null = null;
	// Of more than two that do not say what they are nothing can be known.
	const isGuessed = descriptions.length <= 2;
	descriptions.forEach(({ type, sdp }, at) => {
		if (isFragment(sdp)) return;
		if (type === 'rollback' || (type === null && !isGuessed) || settled.has(at)) return;
		if (versions.has(at)) return;
		const party = parties[at]!;
		if (type === 'offer' || (type === null && !offers.openFor(party))) {
			const offer = offers.add(party);
			if (type === 'offer' && unanswered !== null && areCrossed(unanswered, offer)) {
				crossed ??= [unanswered, offer];
			}
			unanswered = type === 'offer' ? offer : unanswered;
			return;
		}
		unanswered = null;
		if (!offers.answer(party, type === 'pranswer')) early.push(at);
	});
	for (const at of early.slice(0, MOST_OPEN)) offers.answerEarly(parties[at]!);
	const others = offers.all.flatMap(({ at, answer }) =>
		answer === null ? [] : [[at, answer.at] as const]
	);
	const exchanges = [...known.exchanges, ...apart, ...others].sort(([one], [other]) => one - other);
	const pair = crossed as readonly [Offer, Offer] | null;
	const glare = pair !== null && isGlare(pair);
	return { exchanges, glare, crossed: glare ? [pair[0].at, pair[1].at] : null };
}

/**
 * Whether two offers are of two sides, and may be of one connection. Those of two browsers of which nobody says
 * which way they went stand there to be compared.
 */
function areCrossed(one: Offer, other: Offer): boolean {
	const differ = (name: 'connection' | 'browser') =>
		one[name] !== null && other[name] !== null && one[name] !== other[name];
	const areCompared = differ('browser') && one.side === null && other.side === null;
	return areAuthors(one, other) && !differ('connection') && !areCompared;
}

/**
 * Whether two offers of two sides are of one connection. Where both are answered, they are of two; and where
 * one is, whoever answered it has made the other, for a connection writes one session id (RFC 9429, 5.3.1).
 */
function isGlare([one, other]: readonly [Offer, Offer]): boolean {
	if (one.answer !== null && other.answer !== null) return false;
	const isOther = (answer: Party | null, offer: Offer) =>
		answer !== null && areAuthors(answer, offer);
	return !isOther(one.answer, other) && !isOther(other.answer, one);
}

/** Where those are that somebody compared, unless one is an offer and the other answers it: they are of two calls, or versions of one. */
function comparedVersions(
	descriptions: readonly Described[],
	parties: readonly Party[]
): ReadonlySet<number> {
	const compared = descriptions.flatMap(({ isCompared }, at) => (isCompared ? [at] : []));
	const isExchange = (at: number): boolean => {
		const { start, type } = descriptions[at]!;
		return compared.some((place) => {
			const other = descriptions[place]!;
			const types = [type, other.type];
			const isOther = areTwo(parties[at]!, parties[place]!) && start === other.start;
			return isOther && types.includes('offer') && types.includes('answer');
		});
	};
	return new Set(compared.filter((at) => !isExchange(at)));
}

/**
 * What dialogues of SIP tell themselves: each offer with its answer, or else with the last preview of one; and
 * all that is not to be paired otherwise.
 */
function inDialogues(descriptions: readonly Described[]): {
	exchanges: ExchangePlaces[];
	settled: ReadonlySet<number>;
} {
	const byExchange = new Map<SipExchange, number[]>();
	descriptions.forEach(({ sip }, at) => {
		if (!sip) return;
		const places = byExchange.get(sip);
		if (places) places.push(at);
		else byExchange.set(sip, [at]);
	});
	const exchanges: ExchangePlaces[] = [];
	const settled = new Set<number>();
	for (const places of byExchange.values()) {
		const last = (type: string) => places.findLast((at) => descriptions[at]!.type === type);
		const offer = places.find((at) => descriptions[at]!.type === 'offer');
		const answer = last('answer') ?? last('pranswer');
		const isPaired = offer !== undefined && answer !== undefined;
		if (isPaired) exchanges.push([offer, answer]);
		for (const at of places) if (isPaired || descriptions[at]!.type === null) settled.add(at);
	}
	return { exchanges, settled };
}

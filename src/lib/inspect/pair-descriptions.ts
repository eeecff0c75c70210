import type { FoundDescription } from './find-descriptions';
import type { SipExchange } from './sip-dialogue';

/** An offer and its answer, by their places in a list of descriptions. */
export type ExchangePlaces = readonly [offer: number, answer: number];

/** What belongs together of descriptions in the order in which they were found. */
export interface Paired {
	/** In the order of the offers: the first of a pair offered. */
	readonly exchanges: readonly ExchangePlaces[];
	/** Whether two offers of two authors cross, and not both are answered (RFC 9429, 4.1.10.2). */
	readonly glare: boolean;
	/** Where these two are; null where none cross. */
	readonly crossed: ExchangePlaces | null;
}

/** Of so many offers the one is found that is answered: no peer leaves more of them open. */
const MOST_OPEN = 32;

type Described = Pick<FoundDescription, 'type' | 'sdp'> &
	Partial<Pick<FoundDescription, 'sip' | 'isCompared' | 'start'>>;

interface Offer {
	readonly at: number;
	readonly author: string | null;
	readonly sdp: string;
	/** The place of its answer; null while it has none. */
	answer: number | null;
	/** Whether what answered it may still be followed by the answer (RFC 9429, 4.1.10.1). */
	isOpen: boolean;
}

/**
 * Pairs each offer with the answer that follows it (RFC 3264, 4): the last open one before it, and of
 * two that crossed the one of the other author. What does not say what it is offers where nothing is
 * open, and answers where something is, if there are no more than two. An answer in front of its offer is
 * taken where nothing else fits.
 */
export function pairDescriptions(descriptions: readonly Described[]): Paired {
	const known = inDialogues(descriptions);
	const versions = comparedVersions(descriptions);
	const offers: Offer[] = [];
	const early: number[] = [];
	let crossed: readonly [Offer, Offer] | null = null;
	let unanswered: Offer | null = null;
	// Of more than two that do not say what they are nothing can be known.
	const isGuessed = descriptions.length <= 2;
	descriptions.forEach(({ type, sdp }, at) => {
		if (type === 'rollback' || (type === null && !isGuessed) || known.settled.has(at)) return;
		if (versions.has(at)) return;
		const author = authorOf(sdp);
		const open = openFor(offers, author);
		if (type === 'offer' || (type === null && !open)) {
			const offer: Offer = { at, author, sdp, answer: null, isOpen: true };
			if (type === 'offer' && unanswered !== null && areTwo(unanswered.author, author)) {
				crossed ??= [unanswered, offer];
			}
			offers.push(offer);
			unanswered = type === 'offer' ? offer : unanswered;
			return;
		}
		unanswered = null;
		if (!open) early.push(at);
		else {
			open.answer = at;
			open.isOpen = type === 'pranswer';
		}
	});
	for (const at of early.slice(0, MOST_OPEN)) {
		const author = authorOf(descriptions[at]!.sdp);
		const later = offers.filter(({ answer, at: place }) => answer === null && place > at);
		const offer = later.find((one) => areTwo(one.author, author)) ?? later[0];
		if (offer) offer.answer = at;
	}
	const others = offers.flatMap(({ at, answer }) =>
		answer === null ? [] : [[at, answer] as const]
	);
	const exchanges = [...known.exchanges, ...others].sort(([one], [other]) => one - other);
	const pair = crossed as readonly [Offer, Offer] | null;
	// Where both are answered, they are of two calls.
	const glare = pair !== null && pair.some(({ answer }) => answer === null);
	return { exchanges, glare, crossed: glare ? [pair[0].at, pair[1].at] : null };
}

/** Where those are that somebody compared, unless one is an offer and the other answers it: they are of two calls, or versions of one. */
function comparedVersions(descriptions: readonly Described[]): ReadonlySet<number> {
	const compared = descriptions.flatMap(({ isCompared }, at) => (isCompared ? [at] : []));
	const isExchange = (at: number): boolean => {
		const { start, type, sdp } = descriptions[at]!;
		return compared.some((place) => {
			const other = descriptions[place]!;
			const types = [type, other.type];
			const isOther = areTwo(authorOf(sdp), authorOf(other.sdp)) && start === other.start;
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

/**
 * The offer that an answer of an author answers: the last open one, of somebody else if there is one. Of an
 * offer that stands there again in part, as a log has what a library passes on within, the whole of it.
 */
function openFor(offers: readonly Offer[], author: string | null): Offer | undefined {
	const open = offers.slice(-MOST_OPEN).filter(({ isOpen }) => isOpen);
	const last = open.findLast((one) => areTwo(one.author, author)) ?? open.at(-1);
	if (last === undefined) return undefined;
	const same = open.filter(({ sdp }) => originOf(sdp) === originOf(last.sdp));
	return same.reduce((most, one) => (one.sdp.length > most.sdp.length ? one : most), last);
}

/** The line by which a version of a description is told from others (RFC 8866, 5.2). */
const originOf = (sdp: string): string | null => /^o=.*/m.exec(sdp)?.[0] ?? null;

function areTwo(one: string | null, other: string | null): boolean {
	return one !== null && other !== null && one !== other;
}

/** Who wrote a description: the session id of its origin, which all its versions share (RFC 8866, 5.2). */
function authorOf(sdp: string): string | null {
	return /^o=\S+ (\S+) /m.exec(sdp)?.[1] ?? null;
}

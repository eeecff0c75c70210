import { isMaskedId } from '../ice';
import { headsOf, mayAnswer, type Heads } from './answer-fits';
import type { Side } from './sides';

/** Of so many offers the one is found that is answered: no peer leaves more of them open. */
export const MOST_OPEN = 32;
/** No more connections are set up at the same time, so that their answers might have been mistaken. */
const MOST_MISTAKEN = 8;

/** An offer and its answer, by their places in a list of descriptions. */
export type ExchangePlaces = readonly [offer: number, answer: number];

/** What tells of a description to which other one it belongs. */
export interface Party {
	readonly at: number;
	readonly sdp: string;
	/** Who wrote it: the session id of its origin, which all its versions share (RFC 8866, 5.2). */
	readonly author: string | null;
	readonly heads: Heads;
	/** Whether parts of it are missing, so that nothing can be said of how it fits. */
	readonly isLost: boolean;
	readonly side: Side | null;
	/** Which of several connections is named beside it. */
	readonly connection: string | null;
	/** Which browser is named beside it. */
	readonly browser: string | null;
}

/** What is known of a description beside its text. */
export interface Known {
	readonly isLost?: boolean;
	readonly side?: Side | null;
	readonly connection?: string | null;
	readonly browser?: string | null;
}

/** The session id of the origin of a description; null for none, and for one that is masked, as others are by the same word. */
export function authorIn(sdp: string): string | null {
	const id = /^o=\S+ (\S+) /m.exec(sdp)?.[1];
	return id === undefined || isMaskedId(id) ? null : id;
}

/** A description with what tells to which other one it belongs. */
export function partyOf(at: number, sdp: string, known: Known = {}): Party {
	const { isLost = false, side = null, connection = null, browser = null } = known;
	return { at, sdp, author: authorIn(sdp), heads: headsOf(sdp), isLost, side, connection, browser };
}

/** An offer, and what became of it. */
export interface Offer extends Party {
	/** What answers it; null while nothing does. */
	answer: Party | null;
	/** Whether what answered it may still be followed by the answer (RFC 9429, 4.1.10.1). */
	isOpen: boolean;
}

/**
 * Whether two descriptions are of two sides, as far as they tell: a certificate is of one, and so is a session
 * id, but for servers that answer with that of the offer.
 */
export function areTwo(one: Party, other: Party): boolean {
	const [own, theirs] = [one.heads.fingerprint, other.heads.fingerprint];
	return own === null || theirs === null ? areAuthors(one, other) : own !== theirs;
}

/** Whether two descriptions have session ids of two authors. */
export function areAuthors(one: Party, other: Party): boolean {
	return one.author !== null && other.author !== null && one.author !== other.author;
}

/** Offers in the order in which they stand, and which of them each answer is of. */
export class OpenOffers {
	readonly all: Offer[] = [];

	add(party: Party): Offer {
		const offer = { ...party, answer: null, isOpen: true };
		this.all.push(offer);
		return offer;
	}

	/**
	 * Takes an answer for the open offer that it fits best. Where it fits none, and fits one that another
	 * answer was taken for that fits an open one as well, each gets its own.
	 * @returns whether there is an open offer
	 */
	answer(answer: Party, isProvisional: boolean): boolean {
		const offer = this.openFor(answer);
		if (offer === undefined) return false;
		const swapped = this.#swapped(offer, answer);
		if (swapped) {
			const [taken, free] = swapped;
			free.answer = taken.answer;
			free.isOpen = taken.isOpen;
			taken.answer = answer;
			taken.isOpen = isProvisional;
		} else {
			offer.answer = answer;
			offer.isOpen = isProvisional;
		}
		return true;
	}

	/** The open offer that an answer fits best, the last of several; of an offer that stands there again in part the whole. */
	openFor(answer: Party): Offer | undefined {
		const open = this.#open();
		const best = bestOf(open.toReversed(), (one) => this.#rank(one, answer));
		if (best === undefined) return undefined;
		const same = open.filter(({ sdp }) => originOf(sdp) === originOf(best.sdp));
		return same.reduce((most, one) => (one.sdp.length > most.sdp.length ? one : most), best);
	}

	/**
	 * Takes an answer that stands in front of its offer for the one behind it that it fits best, the first of several.
	 * One that has another number of sections is of another connection, whose offer nobody wrote down.
	 */
	answerEarly(answer: Party): void {
		const later = this.all.filter(
			(one) => one.answer === null && one.at > answer.at && isAsLong(one, answer)
		);
		const offer = bestOf(later.slice(0, MOST_OPEN), (one) => matchOf(one, answer));
		if (offer) offer.answer = answer;
	}

	#open(): Offer[] {
		return this.all.slice(-MOST_OPEN).filter(({ isOpen }) => isOpen);
	}

	#swapped(offer: Offer, answer: Party): readonly [taken: Offer, free: Offer] | null {
		const least = this.#fit(offer, answer);
		if (least === BEST) return null;
		let found: readonly [Offer, Offer] | null = null;
		let most = 0;
		for (const taken of this.all.slice(-MOST_MISTAKEN)) {
			const { answer: other } = taken;
			if (other === null || taken.isOpen) continue;
			const now = this.#fit(taken, answer) - this.#fit(taken, other) - least;
			for (const free of this.#open().slice(-MOST_MISTAKEN)) {
				if (free.at > other.at) continue;
				const gain = now + this.#fit(free, other);
				if (gain > most) [found, most] = [[taken, free], gain];
			}
		}
		return found;
	}

	/** How well an answer fits an offer by what both are, whatever is written beside them. */
	#fit(offer: Offer, answer: Party): number {
		return Math.floor(this.#rank(offer, answer) / WORDS);
	}

	/** An offer that its author replaced is not the one that is answered. */
	#rank(offer: Offer, answer: Party): number {
		const isReplaced = this.all
			.slice(-MOST_OPEN)
			.some((one) => one.at > offer.at && one.at < answer.at && isVersion(offer, one));
		return matchOf(offer, answer) + (isReplaced ? 0 : 2 * WORDS);
	}
}

/** What is written beside descriptions tells less than what they are. */
const WORDS = 8;
const BEST = 7;

/** How well an answer fits an offer: above all that another side made it, then that it may answer it. */
function matchOf(offer: Party, answer: Party): number {
	const isFitting = offer.isLost || answer.isLost || mayAnswer(offer.heads, answer.heads);
	const side = offer.side === null || answer.side === null ? 1 : offer.side === answer.side ? 0 : 2;
	const isNamed = offer.connection !== null && offer.connection === answer.connection;
	return (
		(areTwo(offer, answer) ? 4 * WORDS : 0) + (isFitting ? WORDS : 0) + 2 * side + (isNamed ? 1 : 0)
	);
}

/** Whether two descriptions have as many sections (RFC 3264, 6), as far as they are here. */
function isAsLong(one: Party, other: Party): boolean {
	const [own, theirs] = [one.heads.sections.length, other.heads.sections.length];
	return one.isLost || other.isLost || own === theirs || own * theirs === 0;
}

/** Whether two offers are versions of one, as one connection makes them. */
export function isVersion(one: Party, other: Party): boolean {
	const isSession = one.author !== null && one.author === other.author;
	return isSession && one.heads.fingerprint === other.heads.fingerprint;
}

/** The first of those that are worth most. */
function bestOf<T>(items: readonly T[], worth: (item: T) => number): T | undefined {
	let [best, most]: [T | undefined, number] = [undefined, -1];
	for (const item of items) {
		const value = worth(item);
		if (value > most) [best, most] = [item, value];
	}
	return best;
}

/** The line by which a version of a description is told from others (RFC 8866, 5.2). */
const originOf = (sdp: string): string | null => /^o=.*/m.exec(sdp)?.[0] ?? null;

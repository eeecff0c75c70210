import { headsOf, mayAnswer } from './answer-fits';
import type { SipMessage } from './sip-type';

/** An offer in a dialogue of SIP, and what came of it; the same object for all that belongs to it. */
export interface SipExchange {
	/** The call, by its Call-ID. */
	readonly call: string | null;
}

/** What a description is in a dialogue of SIP. */
export interface SipRole {
	/** null where it neither offers nor answers: what is told of abilities, or repeats in other words. */
	readonly type: 'offer' | 'answer' | 'pranswer' | null;
	readonly exchange: SipExchange;
}

/** So many offers and requests are remembered: no dialogue leaves more of them open. */
const MOST_OPEN = 64;

interface Offer {
	readonly message: SipMessage;
	readonly sdp: string;
	readonly exchange: SipExchange;
	/** The answer that counts, once there is one, and of whom. */
	answer: { readonly sdp: string; readonly tag: string | null } | null;
}

/**
 * Follows the descriptions of dialogues, and says of each what it is: an INVITE, a PRACK or an UPDATE offers,
 * and the first response to it that is reliable answers; what comes unreliably before is a preview, and what
 * comes after is none. Where an INVITE had no description, the response offers, and PRACK or ACK answers.
 * @see RFC 3261, 13.2.1; RFC 3262, 5; RFC 6337, 2 and 3.1
 */
export class SipDialogues {
	readonly #offers: Offer[] = [];
	readonly #bare: SipMessage[] = [];
	/** What stands for offers that were not seen. */
	readonly #unseen: { readonly message: SipMessage; readonly exchange: SipExchange }[] = [];

	/**
	 * @param next the message behind it, which may tell that an answer follows
	 * @returns null for a message that SIP does not negotiate with
	 */
	roleOf(message: SipMessage, sdp: string, next: SipMessage | null | undefined): SipRole | null {
		this.#bare.push(...message.bare.slice(-MOST_OPEN));
		for (const list of [this.#bare, this.#offers, this.#unseen]) {
			list.splice(0, Math.max(0, list.length - MOST_OPEN));
		}
		if (message.status !== null) return this.#response(message, sdp, next);
		if (message.method === 'ACK' || message.method === 'PRACK') {
			const offered = this.#offeredBy(message);
			if (offered) return this.#answered(offered, message, sdp);
			if (message.method === 'ACK')
				return { type: 'answer', exchange: this.#withoutOffer(message) };
		}
		if (!OFFERING.test(message.method)) return null;
		const same = this.#offers.find(
			(one) => one.sdp === sdp && isSame(one.message, message) && one.message.status === null
		);
		return same ? { type: 'offer', exchange: same.exchange } : this.#offered(message, sdp);
	}

	#response(message: SipMessage, sdp: string, next: SipMessage | null | undefined): SipRole {
		// A failure tells what would be possible (RFC 3261, 21.4.26), and so does an answer to OPTIONS (11.2).
		if (message.status! > '2' || !OFFERING.test(message.method))
			return { type: null, exchange: { call: message.call } };
		const offer = this.#offerFor(message, sdp);
		if (offer?.message.status === null) return this.#answers(offer, message, sdp);
		if (offer) return { type: offer.sdp === sdp ? 'offer' : null, exchange: offer.exchange };
		const isDelayed =
			message.method === 'INVITE' &&
			(this.#bare.some((one) => isSame(one, message)) || isAnswering(next, message));
		if (isDelayed) return this.#offered(message, sdp);
		return {
			type: isPreview(message) ? 'pranswer' : 'answer',
			exchange: this.#withoutOffer(message)
		};
	}

	/** What a response to an offer is. */
	#answers(offer: Offer, message: SipMessage, sdp: string): SipRole {
		const { exchange, answer } = offer;
		if (answer?.sdp === sdp) return { type: 'answer', exchange };
		// Another phone may yet take the call; the same one has answered.
		if (answer && (answer.tag === message.tag || message.tag === null))
			return { type: null, exchange };
		if (isPreview(message) || (answer && message.status === '1'))
			return { type: 'pranswer', exchange };
		return this.#answered(offer, message, sdp);
	}

	#offered(message: SipMessage, sdp: string): SipRole {
		const exchange = { call: message.call };
		this.#offers.push({ message, sdp, exchange, answer: null });
		return { type: 'offer', exchange };
	}

	#answered(offer: Offer, { tag }: SipMessage, sdp: string): SipRole {
		offer.answer = { sdp, tag };
		return { type: 'answer', exchange: offer.exchange };
	}

	/** The exchange of an answer whose offer was not seen. */
	#withoutOffer(message: SipMessage): SipExchange {
		const same = this.#unseen.findLast((one) => isSame(one.message, message));
		if (same) return same.exchange;
		const exchange = { call: message.call };
		this.#unseen.push({ message, exchange });
		return exchange;
	}

	/**
	 * The offer that a response belongs to: by its branch, else by its number, the last open one first. A proxy
	 * that puts a gateway for media between writes another description into the same call, so that of several
	 * the one counts that it may answer.
	 */
	#offerFor(message: SipMessage, sdp: string): Offer | undefined {
		const those = this.#offers.filter(
			(one) => one.message.method === message.method && isSame(one.message, message)
		);
		const branch = those.filter((one) => isEqual(one.message.branch, message.branch));
		const likely = branch.length > 0 ? branch : those;
		if (likely.length < 2) return likely[0];
		const again = likely.findLast(({ answer }) => answer?.sdp === sdp);
		const open = likely.filter(({ answer }) => answer === null);
		const heads = headsOf(sdp);
		const fitting = open.findLast((one) => mayAnswer(headsOf(one.sdp), heads));
		if (again ?? fitting) return again ?? fitting;
		return (branch.length > 0 ? branch : open).at(-1) ?? those.at(-1);
	}

	/** The offer of a response that an ACK or a PRACK answers. */
	#offeredBy({ call, sequence, method, acknowledged }: SipMessage): Offer | undefined {
		const number = method === 'PRACK' ? acknowledged : sequence;
		return this.#offers.findLast(
			({ message, answer }) =>
				message.status !== null &&
				answer === null &&
				isAlike(message.call, call) &&
				isAlike(message.sequence, number)
		);
	}
}

/** The methods whose bodies offer (RFC 6337, 2.1). */
const OFFERING = /^(?:INVITE|UPDATE|PRACK)$/;

/** A provisional response that may be lost shows what the answer will be, and is none (RFC 6337, 2.2). */
const isPreview = ({ status, isReliable }: SipMessage) => status === '1' && !isReliable;

/** Whether a message answers what the response before it offered. */
function isAnswering(next: SipMessage | null | undefined, { call }: SipMessage): boolean {
	if (!next || next.status !== null) return false;
	return (next.method === 'ACK' || next.method === 'PRACK') && isAlike(next.call, call);
}

/** Whether two messages are of one transaction, as far as both tell. */
function isSame(one: SipMessage, other: SipMessage): boolean {
	return (
		isAlike(one.call, other.call) &&
		isAlike(one.sequence, other.sequence) &&
		isAlike(one.from, other.from)
	);
}

const isEqual = (one: string | null, other: string | null) => one !== null && one === other;
const isAlike = (one: string | null, other: string | null) =>
	one === null || other === null || one === other;

/** What carries a body in a text of SIP, as far as offer and answer need it. */
export interface SipMessage {
	/** Of the request, or of the one that is answered (RFC 3261, 8.1.1.5). */
	readonly method: string;
	readonly isRequest: boolean;
	readonly isFinal: boolean;
}

/** So long the head of a message may be, in UTF-16 code units. */
const LONGEST_HEAD = 4000;

const START_LINE = /(?<!\w)(?:([A-Z]{3,12}) \S{1,300} SIP\/2\.0|SIP\/2\.0 ([1-6])\d\d\b)/g;

/** The message whose body begins at an offset; null where none does. */
export function sipMessageAt(text: string, start: number, from: number): SipMessage | null {
	const head = text.slice(Math.max(from, start - LONGEST_HEAD), start);
	if (!head.includes('SIP/2.0')) return null;
	const line = [...head.matchAll(START_LINE)].at(-1);
	if (!line) return null;
	const [, request, status] = line;
	if (request !== undefined) return { method: request, isRequest: true, isFinal: true };
	const sequence = /(?<!\w)CSeq\s*:\s*\d+\s+([A-Z]+)/i.exec(head.slice(line.index));
	return {
		method: sequence?.[1]?.toUpperCase() ?? 'INVITE',
		isRequest: false,
		isFinal: status !== '1'
	};
}

/**
 * What a body is, by the bodies before it: an INVITE or UPDATE offers and what follows answers; where the
 * INVITE had none, the response offers and the ACK answers.
 * @param hasOffer whether an offer stands that was not answered
 * @see RFC 3261, 13.2.1; RFC 6337, 2.1
 */
export function sipType(
	{ method, isRequest, isFinal }: SipMessage,
	hasOffer: boolean
): 'offer' | 'answer' | 'pranswer' | null {
	if (isRequest) {
		if (method === 'ACK') return 'answer';
		return method === 'INVITE' || method === 'UPDATE' ? 'offer' : hasOffer ? 'answer' : 'offer';
	}
	return isFinal ? 'answer' : 'pranswer';
}

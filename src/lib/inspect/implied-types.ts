import type { FoundDescription } from './find-descriptions';
import { isFragment } from './fragment';
import { areTwo, partyOf } from './open-offers';
import { sideAt } from './sides';

/** The role of an agent as logs tell it; who offers controls (RFC 8445, 6.1.1). */
const ROLE = /\bcontroll(ing|ed)\b/gi;

/**
 * The descriptions with the types that they have beside each other. One that fixes its DTLS role is an answer, as
 * far as it tells itself, but offers do so as well (RFC 8842, 5.2): of two of two sides, where neither offers,
 * the one that nobody calls an answer does, and the first of both; and one alone does, where the text tells that
 * its side controls. A fragment is neither.
 */
export function withImplied(
	text: string,
	descriptions: readonly FoundDescription[]
): FoundDescription[] {
	const offer = descriptions.length > 2 ? null : offerAmong(text, descriptions);
	return descriptions.map((one) => {
		if (isFragment(one.sdp)) return { ...one, type: null };
		return one === offer ? { ...one, type: 'offer' } : one;
	});
}

function offerAmong(
	text: string,
	descriptions: readonly FoundDescription[]
): FoundDescription | null {
	const [first, second] = descriptions;
	if (first === undefined || !descriptions.every(isAnswering)) return null;
	const offer = descriptions.find(({ stated }) => !stated) ?? null;
	if (second === undefined) return offer !== null && isControlling(text, first) ? first : null;
	return areTwo(partyOf(0, first.sdp), partyOf(1, second.sdp)) ? offer : null;
}

/** Whether it is taken for an answer, and is one or another offer of the same kind. */
const isAnswering = ({ sdp, type, whole, sip, isCompared }: FoundDescription) =>
	type === 'answer' && whole && sip === null && !isCompared && !/^a=setup:actpass/m.test(sdp);

/** Whether the text tells that the side of a description controls. */
function isControlling(text: string, { start }: FoundDescription): boolean {
	const roles = new Set([...text.matchAll(ROLE)].map(([, role]) => role!.toLowerCase()));
	const side = start === null ? null : sideAt(text, start);
	if (roles.size !== 1 || side === null) return false;
	return roles.has('ing') === (side === 'local');
}

import type { FoundDescription } from './find-descriptions';
import type { FoundParts } from './find-in-json';
import { counted, type Recognised } from './recognised';

/** What descriptions and candidates are together; null where there are none. */
export function ofParts(parts: FoundParts): Recognised | null {
	const { descriptions, candidates } = parts;
	const others = candidates.length > 0 ? ` and ${counted(candidates.length, 'candidate')}` : '';
	const [one] = descriptions;
	if (!one) {
		if (candidates.length === 0) return null;
		const damaged = candidates.filter(({ problem }) => problem !== null).length;
		const but = damaged > 0 ? `, of which ${damaged} ${damaged === 1 ? 'is' : 'are'} damaged` : '';
		const sentence = `${capital(counted(candidates.length, 'ICE candidate'))}${but}.`;
		return { kind: 'candidates', sentence, candidates };
	}
	const pair = exchangeIn(descriptions);
	if (pair) {
		const more = descriptions.length > 2 ? `, and ${descriptions.length - 2} more` : '';
		return {
			kind: 'exchange',
			sentence: `An offer and its answer${more}${others}.`,
			...pair,
			...parts
		};
	}
	const name = one.whole ? (one.type ?? 'description') : 'part of a description';
	const count = descriptions.length;
	const what = count > 1 ? `${count} descriptions` : (NAMED[name] ?? `A ${name}`);
	return { kind: 'description', sentence: `${what}${others}.`, ...parts };
}

const NAMED: { [type: string]: string } = {
	offer: 'An offer',
	answer: 'An answer',
	'part of a description': 'Some lines of a description',
	description: 'A session description'
};

/** An offer and the answer that follows it; of two that do not say what they are, one after the other. */
function exchangeIn(
	descriptions: readonly FoundDescription[]
): { offer: FoundDescription; answer: FoundDescription } | null {
	const [first, second] = descriptions;
	const offer = descriptions.find(({ type }) => type === 'offer');
	const at = offer ? descriptions.indexOf(offer) : -1;
	const isAnswer = ({ type }: FoundDescription) => type === 'answer' || type === 'pranswer';
	const answer =
		descriptions.slice(at + 1).find(isAnswer) ??
		descriptions.slice(0, Math.max(at, 0)).find(isAnswer);
	if (offer && answer) return { offer, answer };
	if (!first || !second || descriptions.length > 2) return null;
	if (!offer && answer !== first) return { offer: first, answer: second };
	return offer === first && second.type === null ? { offer: first, answer: second } : null;
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

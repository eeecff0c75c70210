import { idsByWords } from '../browser-words';
import type { Evidence, Finding } from '../finding';
import { whoSays } from '../session/told-course';
import { meaningOfRefusal } from './refusal-words';

export const REFUSED_ID = 'negotiation.refused';

const NOT_HERE =
	'Paste the description that it was given, and the offer where that is an answer: the line that is to blame is shown then.';
const HERE =
	'What it was given is here, and the rules known here do not forbid it: change what these words name, and see with which configuration the connection was made.';

/**
 * The refusal of a description, with what the words of the browser mean, and what browsers were tried
 * with that said the same, beside what they refuse.
 * @param words what the browser said
 * @param isHere whether what it was given stands beside its words
 */
export const withCause =
	(words: string, isHere: boolean) =>
	(one: Finding): Finding => {
		if (one.id !== REFUSED_ID) return one;
		const because = [...one.because, ...triedWith(words)];
		const meaning = meaningOfRefusal(words);
		if (meaning) {
			const { cause, todo, source } = meaning;
			const claim = `${whoSays(words)} refused a description, as what was pasted says itself: ${cause}`;
			return { ...one, claim, because, todo, source, isCertain: true };
		}
		const isTried = because.length > one.because.length;
		return { ...one, because, todo: isHere ? HERE : isTried ? NOT_HERE : one.todo };
	};

/** What browsers were tried with that said the same. */
function triedWith(words: string): Evidence[] {
	const names = idsByWords(words).map((id) => `\`${id}\``);
	const text = `tried, browsers say so of descriptions with the finding ${names.join(', ')}`;
	return names.length > 0 ? [{ kind: 'fact', text }] : [];
}

import { idsByWords } from '../browser-words';
import { meaningOfError } from '../error-names';
import { finding, inOrder, type Evidence, type Finding } from '../finding';
import { toldCourse, type ToldCourse } from '../session/told-course';
import { STATE_ID, UNKNOWN_WORDS_ID } from './ids';
import { meaningOfWords } from './known';
import { meaningOfState } from './states';

/** What a text tells that has no description and no candidate. */
export interface ToldAlone extends ToldCourse {
	/** Errors, and what a browser wrote into its console, each with its line. */
	readonly words: readonly { readonly text: string; readonly line: number }[];
}

const fact = (line: number, text: string): Evidence => ({
	kind: 'fact',
	text: `line ${line}: ${text.slice(0, 240)}`
});

/** What is known of a call of which only states and errors were pasted, each thing once, the worst first. */
export function toldAlone({ refusals, errors, states, declined, words }: ToldAlone): Finding[] {
	const refused = refusals.flatMap((one) =>
		toldCourse({ refusals: [one], errors: [], states: [] }, false).map(withCause(one.words))
	);
	const course = toldCourse({ refusals: [], errors, states, declined }, false);
	const last = states.at(-1);
	const isTold = course.some(({ id }) => id === 'ice.told-failed');
	const state = last && !isTold ? [ofState(last.state, last.line)] : [];
	return inOrder(firstOf([...refused, ...words.map(ofWords), ...course, ...state]));
}

/** What browsers were tried with that said the same, beside what they refuse. */
export const withCause =
	(words: string) =>
	(one: Finding): Finding => {
		const known = one.id === 'negotiation.refused' ? idsByWords(words) : [];
		if (known.length === 0) return one;
		const names = known.map((id) => `\`${id}\``).join(', ');
		return {
			...one,
			because: [
				...one.because,
				{ kind: 'fact', text: `tried, browsers say so of descriptions with the finding ${names}` }
			],
			todo: 'Paste the description that it was given, and the offer where that is an answer: the line that is to blame is shown then.'
		};
	};

function ofWords({ text, line }: ToldAlone['words'][number]): Finding {
	const because = [fact(line, text)];
	const known = meaningOfWords(text);
	if (known) return finding({ ...known, because });
	const name = /\b(\w+Error)\b/.exec(text)?.[1] ?? '';
	const meaning = meaningOfError(name);
	return finding({
		id: UNKNOWN_WORDS_ID,
		claim: `What these words mean is not known here: “${text.slice(0, 200)}”.${meaning === null ? '' : ` Of ${name} it is known by its name: ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`}`,
		because,
		todo: 'Paste what was called and with what: the description or the candidate, or a whole dump of the call.',
		isCertain: false
	});
}

function ofState(state: string, line: number): Finding {
	return finding({ ...meaningOfState(state), id: STATE_ID, because: [fact(line, state)] });
}

/** Each finding once; of words that are not known each of them. */
function firstOf(findings: readonly Finding[]): Finding[] {
	const seen = new Set<string>();
	return findings.filter(({ id, claim }) => {
		const key = /^(?:told\.unknown|turn\.|stun\.)/.test(id) ? claim : id;
		return !seen.has(key) && Boolean(seen.add(key));
	});
}

import { finding, inOrder, type Evidence, type Finding } from '../finding';
import { isUp, toldCourse, type ToldCourse } from '../session/told-course';
import { calledIn, isOfOthers } from './called';
import { meaningOfCall } from './errors-of-calls';
import { STATE_ID, UNKNOWN_WORDS_ID } from './ids';
import { FAILED, knownWords, overcome, saysHow, type Known, type Words } from './standing';
import { withCause } from './refusal';
import { meaningOfState } from './states';

/** What a text tells that has no description and no candidate. */
export interface ToldAlone extends ToldCourse {
	/** Errors, and what a browser wrote into its console, each with its line. */
	readonly words: readonly Words[];
}

const fact = (line: number, text: string): Evidence => ({
	kind: 'fact',
	text: `line ${line}: ${text.slice(0, 240)}`
});

/** What is known of a call of which only states and errors were pasted, each thing once, the worst first. */
export function toldAlone({
	refusals,
	errors,
	states,
	declined,
	posted,
	words
}: ToldAlone): Finding[] {
	const refused = refusals.flatMap((one) =>
		toldCourse({ refusals: [one], errors: [], states: [] }, false).map(withCause(one.words, false))
	);
	const known = knownWords({ states, words });
	// What says how it failed says more than that it did.
	const exact = known.find((one) => breaks(one) && saysHow(one.meaning.id));
	const told = toldCourse({ refusals: [], errors, states, declined, posted }, false);
	// Without a login there is no relay, which explains most calls that failed.
	const lacksLogin = told.some(({ id }) => id === 'turn.unauthorized');
	const cause = exact?.meaning.id ?? (lacksLogin ? 'turn.unauthorized' : null);
	const course = told.map((one) =>
		one.id === FAILED && cause !== null ? { ...one, under: cause } : one
	);
	const said = words.flatMap((one) => {
		const meant = known.find(({ line, text }) => line === one.line && text === one.text);
		// What an event tells of a server, words tell again.
		if (lacksLogin && meant?.meaning.id === 'told.turn-unauthorized') return [];
		return meant ? ofKnown(meant) : [ofUnknown(one)];
	});
	const last = states.at(-1);
	const isTold = course.some(({ id }) => id === FAILED);
	// What broke the call behind the last state says how it stands.
	const isOver = (line: number) => known.some((one) => breaks(one) && one.line >= line);
	// The connection is more than ICE, which may tell of itself behind it.
	const isThere = isUp(states.findLast(({ isOfIce }) => isOfIce !== true)?.state ?? '');
	const state =
		last && !isTold && !isOver(last.line)
			? [ofState({ ...last, isOfIce: last.isOfIce === true && !isThere })]
			: [];
	return inOrder(firstOf([...refused, ...said, ...course, ...state]));
}

const breaks = ({ meaning, fate }: Known) =>
	fate === 'stands' && meaning.severity === 'breaks the call';

function ofKnown({ text, line, meaning, fate }: Known): Finding[] {
	if (fate === 'end') return [];
	const said = fate === 'overcome' ? overcome(meaning) : meaning;
	return [finding({ ...said, because: [fact(line, text)] })];
}

function ofUnknown({ text, line }: Words): Finding {
	const because = [fact(line, text)];
	const told = { id: UNKNOWN_WORDS_ID, because, isCertain: false };
	if (isOfOthers(text)) {
		return finding({
			...told,
			claim: `These words are of another part of the page than the call: “${text.slice(0, 200)}”.`,
			todo: 'Paste what is told of the call itself: its descriptions, its states, or a whole dump of it.'
		});
	}
	const name = /\b(\w+Error)\b/.exec(text)?.[1] ?? '';
	const meaning = meaningOfCall(name, calledIn(text)?.method ?? null);
	return finding({
		...told,
		claim: `What these words mean is not known here: “${text.slice(0, 200)}”.${meaning === null ? '' : ` Of ${name} it is known by its name: ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`}`,
		todo: 'Paste what was called and with what: the description or the candidate, or a whole dump of the call.'
	});
}

function ofState({ state, line, isOfIce = false }: ToldCourse['states'][number]): Finding {
	return finding({ ...meaningOfState(state, isOfIce), id: STATE_ID, because: [fact(line, state)] });
}

/** Each finding once; of words that are not known each of them, and each way in which connections failed. */
function firstOf(findings: readonly Finding[]): Finding[] {
	const seen = new Set<string>();
	return findings.filter(({ id, claim }) => {
		const key = /^(?:told\.unknown|turn\.|stun\.|ice\.told-failed$)/.test(id) ? claim : id;
		return !seen.has(key) && Boolean(seen.add(key));
	});
}

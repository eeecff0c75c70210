import { refusedVerdict, type Diagnosis } from '../diagnose';
import type { Browser } from '../sdp';
import type { Concludable } from './concludable';
import type { FoundDescription } from './find-descriptions';

/** A description that stands beside the words with which a browser refused it. */
export interface RefusedHere {
	/** Its place among those that were found. */
	readonly at: number;
	readonly what: 'offer' | 'answer';
	readonly browser: Browser | null;
	readonly words: string;
}

/** As what it was given to the browser. */
const ROLE = /\b(offer|answer|pranswer) sdp\b|(?<=[Rr]ejecting )(answer)\b/;
const MID = /\bmid='([^'\r\n]{1,80})'/;
/** The line that cannot be read stands behind it. */
const QUOTED = /^Failed to parse SessionDescription\. ?(?=\S)/;

/** Whether words that quote a line, or name a section, can be about a description: it has them. */
function fits(words: string, { sdp }: FoundDescription): boolean {
	const mid = MID.exec(words)?.[1];
	if (mid !== undefined && !sdp.split(/\r?\n/).includes(`a=mid:${mid}`)) return false;
	const behind = QUOTED.test(words) ? words.replace(QUOTED, '') : '';
	const isQuote = /^[a-z]=/.test(behind) || / Expects? (?:line:|m line)/.test(behind);
	return !isQuote || sdp.split(/\r?\n/).some((line) => line !== '' && behind.startsWith(line));
}

function roleOf({ type }: FoundDescription): 'offer' | 'answer' | null {
	if (type === 'offer') return type;
	return type === 'answer' || type === 'pranswer' ? 'answer' : null;
}

/** Which of the descriptions it is that a browser is told to have refused first; null where it is none of them. */
export function refusedHere({ course, descriptions }: Concludable): RefusedHere | null {
	const [refusal] = course?.refusals ?? [];
	if (!refusal) return null;
	const { words, browser = null, at = null } = refusal;
	const [, named, other] = ROLE.exec(words) ?? [];
	const role = (named ?? other)?.replace('pr', '') ?? null;
	const fitting = descriptions.flatMap((one, place) => {
		const what = roleOf(one);
		if (what === null || (role ?? what) !== what) return [];
		return one.lost === null && fits(words, one) ? [{ what, at: place, one }] : [];
	});
	// Whoever writes a log writes what was given first; whoever reports begins with the error.
	const isPlaced = at !== null && fitting.every(({ one }) => one.start !== null);
	const inFront = isPlaced ? fitting.findLast(({ one }) => one.start! < at) : fitting.at(-1);
	const found = inFront ?? fitting[0];
	return found ? { at: found.at, what: found.what, browser, words } : null;
}

/**
 * What was concluded of descriptions, with the verdict that a browser is told to have given of one of
 * them, where nothing that was found says that this browser refuses it.
 */
export function withRefusal(
	diagnosis: Diagnosis,
	refused: RefusedHere | null,
	places: readonly number[]
): Diagnosis {
	const { verdict, findings } = diagnosis;
	if (!refused || !verdict || !places.includes(refused.at)) return diagnosis;
	const { what, browser, words } = refused;
	const isKnown = findings.some(({ refusedBy }) =>
		browser ? refusedBy.includes(browser) : refusedBy.length > 0
	);
	return isKnown ? diagnosis : { ...diagnosis, verdict: refusedVerdict(what, browser, words) };
}

import type { StatsObject } from './dump';
import { readStatistics } from './statistics/read-statistics';
import { copyDamageOf, type CopyDamage } from './copied';
import { withSides } from './candidate-sides';
import { counted } from './counted';
import { findInternalsPairs } from './find-internals-pairs';
import { findPairs, type FoundPair } from './find-pairs';
import { findServers } from './find-servers';
import { findCourse } from './find-told';
import { findWords } from './find-words';
import { isFragment } from './fragment';
import type { FoundCandidate } from './find-candidates';
import type { FoundDescription } from './find-descriptions';
import { withImplied } from './implied-types';
import { finderIn } from './line-finder';
import { notesOf } from './notes';
import { once, withoutPreviews } from './once';
import { ownersOf } from './owners';
import { pairDescriptions } from './pair-descriptions';
import type { Parts } from './parts';
import { browserAt, connectionAt, sideAt } from './sides';
import { withoutTrailing } from './trailing-candidates';
import type { Recognised, RecognisedParts } from './recognised';

/** What descriptions, candidates and pairs in a text are together; null where there are none. */
export function ofParts(
	text: string,
	all: Parts,
	statistics: readonly StatsObject[] = []
): Recognised | null {
	const whole = withoutTrailing(withoutPreviews(all));
	// As long as what is said of both sides still stands there twice.
	const found = { ...whole, candidates: withSides(text, whole.candidates) };
	const pairs = [...findPairs(text), ...findInternalsPairs(text)];
	if (found.descriptions.length + found.candidates.length + pairs.length === 0) return null;
	const { descriptions: each, candidates } = once(found);
	// A program that puts one together from pieces has its sections elsewhere.
	const isInPieces = found.unused.some((one) => SECTION.test(one.text));
	const descriptions = withImplied(text, each).map((one) =>
		isInPieces && one.lost === null && !/^m=/m.test(one.sdp)
			? { ...one, lost: 'unread' as const }
			: one
	);
	const finder = finderIn(text);
	const unused = found.unused.map((one) => ({
		line: one.offset === null ? null : finder.lineAt(one.offset),
		text: one.text
	}));
	const notes = notesOf(text, found, finder);
	const parts: RecognisedParts = {
		descriptions,
		candidates,
		owners: ownersOf(text, descriptions, candidates),
		pairs,
		course: findCourse(text, answeredIn(text, descriptions)),
		words: findWords(text),
		servers: findServers(text),
		statistics: statistics.length > 0 ? readStatistics(statistics) : null,
		notes,
		unused,
		...pairDescriptions(descriptions, descriptions.map(toldOf(text)))
	};
	const left = unused.length;
	const but =
		left > 0
			? `; ${counted(left, 'line that looks like SDP was', 'lines that look like SDP were')} not used`
			: '';
	const sentence = `${capital(what(parts))}${but}.`;
	const [first] = parts.exchanges;
	if (first) {
		const [offer, answer] = first;
		return {
			kind: 'exchange',
			sentence,
			offer: descriptions[offer]!,
			answer: descriptions[answer]!,
			...parts
		};
	}
	const kind =
		descriptions.length > 0 ? 'description' : candidates.length > 0 ? 'candidates' : 'pairs';
	return { kind, sentence, ...parts };
}

/** Where the last answer stands; -1 where there is none. In JSON its origin is written as it is. */
function answeredIn(text: string, descriptions: readonly FoundDescription[]): number {
	const last = descriptions.findLast(({ type }) => type === 'answer');
	const origin = /^o=\S+ \S+ \S+/m.exec(last?.sdp ?? '')?.[0];
	return last?.start ?? (origin === undefined ? -1 : text.lastIndexOf(origin));
}

/** What is written in front of a description of who made it. */
const toldOf =
	(text: string) =>
	({ start }: FoundDescription) =>
		start === null
			? {}
			: {
					side: sideAt(text, start),
					connection: connectionAt(text, start),
					browser: browserAt(text, start)
				};

/** A section that begins in quotes. */
const SECTION = /["'`]m=(?:audio|video|application) /;

/** The parts in words. */
function what(parts: RecognisedParts): string {
	const { descriptions, candidates, pairs } = parts;
	if (descriptions.length === 0) {
		const words =
			candidates.length > 0
				? `${counted(candidates.length, 'ICE candidate')}${damageOf(candidates)}`
				: null;
		return [words, pairsIn(pairs)].filter(Boolean).join(', and ');
	}
	const others = [
		candidates.length > 0
			? `${counted(candidates.length, 'candidate')}${damageOf(candidates)}`
			: null,
		pairsIn(pairs)
	].filter(Boolean);
	return [descriptionsIn(parts), ...others].join(' and ');
}

const NAMED: { [type: string]: string } = {
	offer: 'an offer',
	answer: 'an answer',
	'part of a description': 'some lines of a description',
	description: 'a session description'
};

function descriptionsIn({ descriptions, exchanges, glare }: RecognisedParts): string {
	const count = descriptions.length;
	const rest = count - 2 * exchanges.length;
	const more = rest > 0 ? `, and ${rest} more` : '';
	if (glare) {
		const answered = `${exchanges.length === 1 ? 'one was' : `${exchanges.length} were`} answered then`;
		const then = exchanges.length > 0 ? answered : 'no answer stands between them';
		return `two offers that cross (glare): both sides offered, and ${then}`;
	}
	if (exchanges.length > 1) return `${exchanges.length} offers and their answers${more}`;
	if (exchanges.length === 1) return `an offer and its answer${more}`;
	const [one] = descriptions;
	if (descriptions.every(({ sdp }) => isFragment(sdp))) {
		return count === 1 ? 'a fragment of Trickle ICE' : `${count} fragments of Trickle ICE`;
	}
	if (count > 1 || !one) return `${count} descriptions`;
	const name = one.whole ? (one.type ?? 'description') : 'part of a description';
	return NAMED[name] ?? `a ${name}`;
}

const COPIED: Readonly<Record<CopyDamage, string>> = {
	shortened: 'shortened by a console',
	masked: 'masked',
	'filled-in': 'filled in by a program'
};

/** Of how many candidates something is wrong; what was only copied badly is told apart. */
function damageOf(candidates: readonly FoundCandidate[]): string {
	const counts = new Map<string, number>();
	for (const { text, problem } of candidates) {
		if (problem === null) continue;
		const copied = copyDamageOf(text);
		const words = copied === null ? 'damaged' : COPIED[copied];
		counts.set(words, (counts.get(words) ?? 0) + 1);
	}
	const [only] = counts.keys();
	if (candidates.length === 1 && only !== undefined) return `, which is ${only}`;
	const told = [...counts].map(([words, n]) => `${n} ${n === 1 ? 'is' : 'are'} ${words}`);
	return told.length > 0 ? `, of which ${told.join(' and ')}` : '';
}

/** Pairs, and what became of them. */
function pairsIn(pairs: readonly FoundPair[]): string | null {
	if (pairs.length === 0) return null;
	const states = new Map<string, number>();
	for (const { state } of pairs) {
		const name = state.toLowerCase().replace(/[-_ ]/g, ' ');
		states.set(name, (states.get(name) ?? 0) + 1);
	}
	const told = [...states].map(([state, n]) => (n === pairs.length ? state : `${n} ${state}`));
	return `${counted(pairs.length, 'pair')} of candidates (${pairs.length > 1 && told.length === 1 ? 'all ' : ''}${told.join(', ')})`;
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

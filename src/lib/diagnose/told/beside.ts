import { idsByWords } from '../browser-words';
import type { Outcome } from '../exchange';
import { finding, type Evidence, type Finding } from '../finding';
import { toldCourse } from '../session/told-course';
import type { ToldAlone } from './alone';
import { REFUSED_ID, withCause } from './refusal';
import {
	FAILED,
	isOfMeans,
	knownWords,
	NO_PATH,
	overcome,
	PATH,
	saysHow,
	type Known
} from './standing';

/** The words whose meaning is known, and that no connection refutes that came after them. */
const standing = (told: ToldAlone): Known[] =>
	knownWords(told).filter(({ fate }) => fate === 'stands');

/** How words tell that the search for a path ended, where no state does; null where they do not. */
export function outcomeOfWords(told: ToldAlone): Outcome | null {
	const ids = standing(told).map(({ meaning }) => meaning.id);
	if (ids.some((id) => PATH.has(id))) return 'connected';
	return ids.some((id) => NO_PATH.has(id)) ? 'failed' : null;
}

/** What else is known of a call of which something is told. */
export interface WhatElse {
	/** Whether it has a relayed candidate. */
	readonly hasRelay: boolean;
	/** Whether something else tells that a path was found, such as a pair. */
	readonly hasPath?: boolean;
	/** Whether the description stands there that a browser refused first. */
	readonly isRefusedHere?: boolean;
}

/**
 * What is told of a call beside its descriptions: what a browser refused, what became of the connection,
 * and what servers and libraries wrote, each thing once. Nothing of what a later connection refutes.
 */
export function toldBeside(
	told: ToldAlone,
	{ hasRelay, hasPath = false, isRefusedHere = false }: WhatElse
): Finding[] {
	const isNeedless = (id: string) => (hasPath ? isOfMeans(id) : hasRelay && id.includes('turn-'));
	const [refused] = told.refusals;
	const course = toldCourse(told, hasRelay || hasPath).map(
		withCause(refused?.words ?? '', isRefusedHere)
	);
	const seen = new Set(course.map(({ id }) => id));
	const ofWords = standing(told).flatMap(({ text, line, meaning }): Finding[] => {
		if (seen.has(meaning.id)) return [];
		seen.add(meaning.id);
		const because: Evidence[] = [{ kind: 'fact', text: `line ${line}: ${text.slice(0, 240)}` }];
		const isHarmless = isNeedless(meaning.id);
		return [finding({ ...(isHarmless ? overcome(meaning) : meaning), because })];
	});
	// What says how it failed says that it did, and one that does so is enough.
	const exact = ofWords.filter(({ id }) => saysHow(id));
	const first = exact.find(({ id }) => id !== 'told.ice-failed') ?? exact[0];
	const isSaid = (one: Finding) =>
		one !== first && (one.id === FAILED || (NO_PATH.has(one.id) && exact.includes(one)));
	const all = [...course, ...ofWords];
	if (first === undefined) return all;
	const because = [first, ...all.filter(isSaid)].flatMap((one) => one.because);
	return all
		.filter((one) => !isSaid(one))
		.map((one) => (one === first ? { ...one, because } : one));
}

/** Findings of candidates and paths, which explain nothing where a path was found. */
const isOfPath = ({ id }: Finding) => /^(?:ice|servers|turn|stun)\./.test(id);

/** What says that there is no relay, and why as far as that is told. */
const LACKS_RELAY = new Set(['ice.no-relay', 'ice.symmetric-nat', 'ice.one-nat']);

/** What a finding is about, whether it is of an offer, an answer or either. */
const topicOf = (id: string) => id.slice(id.indexOf('.') + 1);

/** Whether a browser has refused with words that it is known to have for other causes. */
function isRefusedForOther(cause: Finding, { id, because }: Finding): boolean {
	if (id !== REFUSED_ID) return false;
	const known = idsByWords(because.map((one) => ('text' in one ? one.text : '')).join('\n'));
	return known.length > 0 && !known.some((one) => topicOf(one) === topicOf(cause.id));
}

/** Whether a finding of a description explains what is told: both are about the same part of a call. */
function explains(cause: Finding, told: Finding): boolean {
	const { id } = told;
	if (cause.severity !== 'breaks the call' || isRefusedForOther(cause, told)) return false;
	// That there is no relay, it says with the reason.
	if (LACKS_RELAY.has(cause.id) && /^turn\.|^told\.(?:coturn|turn)-/.test(id)) return true;
	if (id === FAILED || NO_PATH.has(id) || id === 'told.pion-no-pairs') return true;
	const isOfDescriptions =
		PATH.has(id) ||
		[REFUSED_ID, 'negotiation.wrong-state', 'sip.not-acceptable'].includes(id) ||
		id === 'told.answer-without-offer';
	return isOfDescriptions && !isOfPath(cause);
}

/** What was concluded and what is told, of which the one explains the other. */
export interface Merged {
	/** What is told and not explained. */
	readonly told: readonly Finding[];
	/** What each finding that explains something has for evidence besides. */
	readonly more: ReadonlyMap<Finding, readonly Evidence[]>;
}

/** What is told that no finding explains; what one does is evidence of that, and not said again. */
export function merged(told: readonly Finding[], found: readonly Finding[]): Merged {
	const more = new Map<Finding, Evidence[]>();
	const left = told.filter((one) => {
		const cause = found.find((other) => explains(other, one));
		if (!cause) return true;
		more.set(cause, [...(more.get(cause) ?? []), ...one.because]);
		return false;
	});
	return { told: left, more };
}

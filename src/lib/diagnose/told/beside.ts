import type { Outcome } from '../exchange';
import { finding, type Evidence, type Finding } from '../finding';
import { failedFor, isUp, toldCourse } from '../session/told-course';
import { withCause, type ToldAlone } from './alone';
import { meaningOfWords } from './known';
import type { Meaning } from './known-words';

type Words = ToldAlone['words'][number];
type Known = Words & { readonly meaning: Meaning };

/** Words after which it is known that no pair of candidates worked. */
const NO_PATH = new Set([
	'told.ice-failed',
	'told.janus-ice-failed',
	'told.libnice-failed',
	'told.aioice-failed'
]);
/** Words that are only said where a pair of candidates worked. */
const PATH = new Set(['told.dtls-failed', 'told.fingerprint-differs']);
/** What says no more than that the connection failed. */
const FAILED = 'ice.told-failed';

const isOfDevice = (id: string) => id.startsWith('told.device-');
const isOfTurn = (id: string) => /^told\.(?:coturn|turn)-/.test(id);

/** The words whose meaning is known, and that no connection refutes that came after them. */
function standing({ states, words }: ToldAlone): Known[] {
	const up = states.findLast(({ state }) => isUp(state)) ?? null;
	const isDown = failedFor(states) !== null;
	return words.flatMap((one): Known[] => {
		const meaning = meaningOfWords(one.text);
		if (meaning === null) return [];
		const { id } = meaning;
		// DTLS begins when ICE is done; an alert behind a connection that is there ends it as it should.
		const isEnd = PATH.has(id) && !isDown && up?.isOfIce !== true;
		const isRefuted =
			up !== null && (one.line < up.line || isEnd || (isOfTurn(id) && !isDown)) && !isOfDevice(id);
		return isRefuted ? [] : [{ ...one, meaning }];
	});
}

/** How words tell that the search for a path ended, where no state does; null where they do not. */
export function outcomeOfWords(told: ToldAlone): Outcome | null {
	const ids = standing(told).map(({ meaning }) => meaning.id);
	if (ids.some((id) => PATH.has(id))) return 'connected';
	return ids.some((id) => NO_PATH.has(id)) ? 'failed' : null;
}

/**
 * What is told of a call beside its descriptions: what a browser refused, what became of the connection,
 * and what servers and libraries wrote, each thing once. Nothing of what a later connection refutes.
 * @param hasRelay whether it has a relayed candidate
 */
export function toldBeside(told: ToldAlone, hasRelay: boolean): Finding[] {
	const course = toldCourse(told, hasRelay).map(withCause(told.refusals[0]?.words ?? ''));
	const seen = new Set(course.map(({ id }) => id));
	const ofWords = standing(told).flatMap(({ text, line, meaning }): Finding[] => {
		if (seen.has(meaning.id)) return [];
		seen.add(meaning.id);
		const isHarmless = isOfTurn(meaning.id) && hasRelay;
		const because: Evidence[] = [{ kind: 'fact', text: `line ${line}: ${text.slice(0, 240)}` }];
		return [finding({ ...meaning, because, ...(isHarmless && { severity: 'worth knowing' }) })];
	});
	// What says how it failed says that it did, and one that does so is enough.
	const exact = ofWords.filter(({ id }) => NO_PATH.has(id) || PATH.has(id));
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

/** Whether a finding of a description explains what is told: both are about the same part of a call. */
function explains(cause: Finding, { id }: Finding): boolean {
	if (cause.severity !== 'breaks the call') return false;
	if (id === FAILED || NO_PATH.has(id) || id === 'told.pion-no-pairs') return true;
	const isOfDescriptions =
		PATH.has(id) ||
		['negotiation.refused', 'negotiation.wrong-state', 'sip.not-acceptable'].includes(id) ||
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

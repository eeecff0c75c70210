import { failedFor, isUp, type ToldCourse } from '../session/told-course';
import { meaningOfWords } from './known';
import type { Meaning } from './known-words';

/** What a browser, a server or a library wrote, with its line. */
export interface Words {
	readonly text: string;
	readonly line: number;
}

/** Words whose meaning is known. */
export type Known = Words & {
	readonly meaning: Meaning;
	/** What became of it: it stands, a later connection made it needless, or it ended that as it should. */
	readonly fate: 'stands' | 'overcome' | 'end';
};

/** Words after which it is known that no pair of candidates worked. */
export const NO_PATH: ReadonlySet<string> = new Set([
	'told.ice-failed',
	'told.janus-ice-failed',
	'told.libnice-failed',
	'told.aioice-failed'
]);
/** What says no more than that the connection failed. */
export const FAILED = 'ice.told-failed';
/** Words that are only said where a pair of candidates worked. */
export const PATH: ReadonlySet<string> = new Set([
	'told.dtls-failed',
	'told.fingerprint-differs',
	'told.no-fingerprint'
]);

/** What says that the path was lost that there was. */
export const LOST = 'told.consent-lost';
/** A pair that is there to be checked is missing: it may still come, until the connection has failed. */
const NO_PAIR = 'told.pion-no-pairs';
/** So often it is said of any call whose candidates come behind their descriptions, before the first is there. */
const AT_BEGINNING = 2;
/** Whether it says how the connection failed. */
export const saysHow = (id: string): boolean =>
	NO_PATH.has(id) || PATH.has(id) || id === LOST || id === NO_PAIR;

const isOfDevice = (id: string) => id.startsWith('told.device-');
const isOfTurn = (id: string) => /^told\.(?:coturn|turn)-/.test(id);

/** Whether it is about one of the means to find a path, of which another one does as well. */
export const isOfMeans = (id: string): boolean =>
	isOfTurn(id) ||
	/^told\.(?:candidate-|freeswitch-|juice-|pion-no-pairs|janus-(?:ice-waits|no-candidates))/.test(
		id
	);

const isRefusedLogin = (text: string) => meaningOfWords(text)?.id === 'told.turn-unauthorized';
/** The relay of which nICEr speaks: `relay(IP4:192.0.2.5:57074/UDP|IP4:198.51.100.7:3478/UDP)`. */
const relayIn = (text: string): string[] => /\brelay\([^()]{1,200}\)/.exec(text)?.slice(0, 1) ?? [];

/** The words whose meaning is known, each with what became of it. */
export function knownWords({
	states,
	words
}: Pick<ToldCourse, 'states'> & { readonly words: readonly Words[] }): Known[] {
	const up = states.findLast(({ state }) => isUp(state)) ?? null;
	const ready = states.findLast(({ state, isOfIce }) => isUp(state) && isOfIce !== true) ?? null;
	const isDown = failedFor(states) !== null;
	const isClosed = states.at(-1)?.state === 'closed';
	const refusedAt = new Set(
		words.flatMap(({ text }) => (isRefusedLogin(text) ? relayIn(text) : []))
	);
	const without = words.filter(({ text }) => meaningOfWords(text)?.id === NO_PAIR).length;
	return words.flatMap((one): Known[] => {
		const meaning = meaningOfWords(one.text);
		if (meaning === null) return [];
		const { id } = meaning;
		// DTLS begins when ICE is done, so that a path is there does not refute it.
		const isOfKeys = PATH.has(id);
		const later = isOfKeys ? ready : up;
		const isOvercome = later !== null && (one.line < later.line || (isOfTurn(id) && !isDown));
		// An alert behind a connection that is there ends it as it should.
		const isEnded = later !== null && isOfKeys && !isDown;
		// A server that refused the login has answered, whatever is said of it next.
		const hasAnswered = relayIn(one.text).some((at) => refusedAt.has(at));
		const isEnd = isEnded || (id === 'told.turn-unreached' && hasAnswered);
		const isKept = isOfDevice(id) || !(isOvercome || isEnd);
		const fate = isKept ? 'stands' : isOvercome ? 'overcome' : 'end';
		// Whoever closes a page answers no checks any more: that a call ended so is no fault of it.
		const isLeft = id === LOST && isClosed && !isDown;
		const isCause = id === NO_PAIR && isDown;
		const isBeginning = id === NO_PAIR && without <= AT_BEGINNING;
		const severity = isCause
			? 'breaks the call'
			: isLeft || isBeginning
				? 'worth knowing'
				: meaning.severity;
		return [{ ...one, meaning: { ...meaning, severity }, fate }];
	});
}

/** What is said of something that a path or a connection which came about made needless. */
export const overcome = (meaning: Meaning): Meaning => ({
	...meaning,
	severity: 'worth knowing',
	claim: `${meaning.claim} ${PATH.has(meaning.id) ? 'A connection came about' : 'A path was found'} all the same.`
});

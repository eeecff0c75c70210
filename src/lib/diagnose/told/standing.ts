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
/** Words that are only said where a pair of candidates worked. */
export const PATH: ReadonlySet<string> = new Set(['told.dtls-failed', 'told.fingerprint-differs']);

const isOfDevice = (id: string) => id.startsWith('told.device-');
const isOfTurn = (id: string) => /^told\.(?:coturn|turn)-/.test(id);

/** Whether it is about one of the means to find a path, of which another one does as well. */
export const isOfMeans = (id: string): boolean =>
	isOfTurn(id) ||
	/^told\.(?:candidate-|freeswitch-|juice-|pion-no-pairs|janus-(?:ice-waits|no-candidates))/.test(
		id
	);

/** The words whose meaning is known, each with what became of it. */
export function knownWords({
	states,
	words
}: Pick<ToldCourse, 'states'> & { readonly words: readonly Words[] }): Known[] {
	const up = states.findLast(({ state }) => isUp(state)) ?? null;
	const isDown = failedFor(states) !== null;
	return words.flatMap((one): Known[] => {
		const meaning = meaningOfWords(one.text);
		if (meaning === null) return [];
		const { id } = meaning;
		// DTLS begins when ICE is done; an alert behind a connection that is there ends it as it should.
		const isEnd = PATH.has(id) && !isDown && up?.isOfIce !== true;
		const isOvercome = up !== null && (one.line < up.line || (isOfTurn(id) && !isDown));
		const fate =
			up === null || isOfDevice(id) ? 'stands' : isOvercome ? 'overcome' : isEnd ? 'end' : 'stands';
		return [{ ...one, meaning, fate }];
	});
}

/** What is said of something that a path which was found made needless. */
export const overcome = (meaning: Meaning): Meaning => ({
	...meaning,
	severity: 'worth knowing',
	claim: `${meaning.claim} A path was found all the same.`
});

import { finderIn } from './line-finder';
import { findDeclined } from './find-declined';
import { findRefusals, type FoundRefusal } from './find-refusals';
import { findStates, type FoundState } from './find-states';

/** An `icecandidateerror` as a page or a console tells of it (webrtc-pc, 4.8.3). */
export interface FoundError {
	readonly code: number;
	/** The server: `turn:turn.example.org:3478`; null where it is not told. */
	readonly url: string | null;
	/** Where it is told, from 1. */
	readonly line: number;
}

/** What a text tells of how a call went, besides descriptions and candidates. */
export interface FoundCourse {
	readonly refusals: readonly FoundRefusal[];
	readonly errors: readonly FoundError[];
	/** In the order in which they are told. */
	readonly states: readonly FoundState[];
	/** How SIP refused what was offered, where nothing was taken after it. */
	readonly declined?: FoundRefusal | null;
}

const CODE = /\berror_?code["']?\s{0,3}[:=]\s{0,3}["']?([3-7]\d\d)\b/gi;
const URL_BESIDE = /\burl["']?\s{0,3}[:=]\s{0,3}["']?((?:stun|turn)s?:[^\s"',;})]{1,200})/gi;
/** The members of an event stand within so much, in UTF-16 code units. */
const NEAR = 400;

/** At most so many are told one by one: the last ones count. */
const MOST = 200;

/** The errors of servers, what browsers refused, and the states of ICE and of the connection, that a text tells of. Linear. */
export function findCourse(text: string): FoundCourse {
	const finder = finderIn(text);
	const errors = [...text.matchAll(CODE)].slice(-MOST).map(({ 1: code, index }): FoundError => {
		const front = text.slice(Math.max(0, index - NEAR), index);
		// Its own members begin behind the event before it.
		const own = front.slice(front.search(/error_?code(?![^]*error_?code)/i) + 1);
		const behind = text.slice(index, index + NEAR);
		const url = [...own.matchAll(URL_BESIDE)].at(-1) ?? [...behind.matchAll(URL_BESIDE)][0];
		return { code: Number(code), url: url?.[1] ?? null, line: finder.lineAt(index) };
	});
	const states = findStates(text, finder);
	const refusals = findRefusals(text)
		.slice(-MOST)
		.map((one) => ({ ...one, line: finder.lineAt(one.at) }));
	const declined = findDeclined(text);
	return {
		refusals,
		errors,
		states,
		declined: declined && { words: declined.words, line: finder.lineAt(declined.at) }
	};
}

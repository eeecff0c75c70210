import { meaningOf } from '../../servers/error-codes';
import { isTurn } from '../../servers/scheme';
import type { ToldServer } from '../servers';
import type { ToldCourse } from '../session/told-course';

/** What a text tells of the TURN servers of a call. */
export interface ToldTurn {
	/** One that `iceServers` names; null where none is. */
	readonly named: string | null;
	/** The first that gave nothing, as an `icecandidateerror` event tells (webrtc-pc, 4.8.3); null where none does. */
	readonly refusal: {
		readonly server: string;
		/** Completes “turn:… ”: `refuses the login (401)`. */
		readonly words: string;
		readonly todo: string;
		readonly code: number;
		/** Where it is told, from 1. */
		readonly line: number;
	} | null;
}

/** What is told of TURN servers: which are named, and what the first said that gave nothing. */
export function toldTurn(
	errors: ToldCourse['errors'],
	servers: readonly Pick<ToldServer, 'urls'>[]
): ToldTurn {
	const named = servers.flatMap(({ urls }) => urls).find((url) => isTurn(url)) ?? null;
	const refusals = errors.flatMap(({ code, url, line }) => {
		if (url === null || !isTurn(url)) return [];
		const { refusal: words, todo } = meaningOf({ code, isTurn: true });
		return [{ server: url, words, todo, code, line }];
	});
	// One address that is not reached (701) says less than what a server has answered.
	const refusal = refusals.find(({ code }) => code !== 701) ?? refusals[0] ?? null;
	return { named, refusal };
}

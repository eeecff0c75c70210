import { finderIn } from './line-finder';
import { findDeclined } from './find-declined';
import { findPosted } from './find-posted';
import { findRefusals, type FoundRefusal } from './find-refusals';
import { findStates, type FoundState } from './find-states';

/** An `icecandidateerror` as a page or a console tells of it (webrtc-pc, 4.8.3). */
export interface FoundError {
	readonly code: number;
	/** The server: `turn:turn.example.org:3478`; null where it is not told. */
	readonly url: string | null;
	/** Where it is told, from 1. */
	readonly line: number;
	/** Whether it is of a socket of IPv6, as its host candidate tells. */
	readonly isOfIpv6?: boolean;
}

/** What a text tells of how a call went, besides descriptions and candidates. */
export interface FoundCourse {
	readonly refusals: readonly FoundRefusal[];
	readonly errors: readonly FoundError[];
	/** In the order in which they are told. */
	readonly states: readonly FoundState[];
	/** How SIP refused what was offered, where nothing was taken after it. */
	readonly declined?: FoundRefusal | null;
	/** How a server of HTTP refused a description that was posted, where it took none after it. */
	readonly posted?: FoundRefusal | null;
}

/** What stands in front of a member: a line end in JSON that is a string has letters of its own. */
const BEGINS = String.raw`(?:\b|\\[nrt])`;
const URL = String.raw`(?:stun|turn)s?:[^\s"',;})\\]{1,200}`;
const CODE = new RegExp(
	String.raw`${BEGINS}error[_ ]?code\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?([3-7]\d\d)\b`,
	'gi'
);
const URL_BESIDE = new RegExp(
	String.raw`${BEGINS}url\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?(${URL})`,
	'gi'
);
/** The socket from which a server was asked: browsers write an address of IPv6 in brackets, much of it masked. */
const HOST_BESIDE = /host_?candidate\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?(\[?)/gi;
/** As the page on trickle ICE of the WebRTC samples lists them. */
const LISTED = new RegExp(
	String.raw`\b(${URL})[^\r\n]{0,80}?\berror\b[^\r\n]{0,20}?\bcode\s?[:=]\s?([3-7]\d\d)\b`,
	'gi'
);
/** As people print the event in one line, its name first. */
const PRINTED =
	/ice[ _-]?candidate[ _-]?error["']?\s{0,3}[:=(,]?\s{0,3}([3-7]\d\d)\b([^\r\n]{0,200})/gi;
/** The members of an event stand within so much, in UTF-16 code units. */
const NEAR = 400;
/** Its name stands so near to them. */
const LABEL = 80;
/** What a code of STUN has beside it: HTTP, servers of calls and others have codes of the same numbers. */
const OF_STUN =
	/[iI]ce[ _-]?[cC]andidate[ _-]?[eE]rror|IceErrorEvent|host_?[cC]andidate|\b(?:stun|turn)s?:[\w[]/;
/** The names of the protocols, and what is asked for, which apps have in words of their own as well. */
const NAMES_STUN = /\b(?:STUN|TURN)\b|\b[Aa]llocat(?:e|ion)\b/;
/** The address of a server, and not one of the web. */
const HOST_AND_PORT =
	/(?<![\w./:-])(?:[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}|\[[\da-f:]{2,45}\]):\d{2,5}\b/i;
const isOfStun = (beside: string): boolean =>
	OF_STUN.test(beside) || (NAMES_STUN.test(beside) && HOST_AND_PORT.test(beside));
/** Where lines end that are of one event: at an empty one, at an object, and at a description. */
const OTHER_LINES = /\n[ \t]*\r?\n|\}|\n[a-z]=/;

/** The event that has a code as its member: in front of it, and behind it. */
function eventAround(text: string, index: number): { front: string; behind: string } {
	const before = text.slice(Math.max(0, index - NEAR), index);
	// Its own members begin behind the event before it.
	const own = before.slice(before.search(/error[_ ]?code(?![^]*error[_ ]?code)/i) + 1);
	const next = text.slice(index, index + NEAR);
	const behind = next.slice(0, (OTHER_LINES.exec(next)?.index ?? NEAR) + 1);
	const [opened, closed] = [own.lastIndexOf('{'), own.lastIndexOf('}')];
	const from = opened > closed ? Math.max(opened - LABEL, closed + 1) : closed + 1;
	const lines = own.slice(from).split(new RegExp(OTHER_LINES, 'g'));
	return { front: opened > closed ? own.slice(from) : lines.at(-1)!, behind };
}

/** The errors of servers that a text tells of. */
function findErrors(text: string): (Omit<FoundError, 'line'> & { readonly at: number })[] {
	const told = [...text.matchAll(CODE)].slice(-MOST).flatMap(({ 1: code, index }) => {
		const { front, behind } = eventAround(text, index);
		if (!isOfStun(front + behind)) return [];
		const named = [...front.matchAll(URL_BESIDE)].at(-1) ?? [...behind.matchAll(URL_BESIDE)][0];
		const url = named?.[1] ?? new RegExp(String.raw`\b${URL}`).exec(front + behind)?.[0] ?? null;
		const host = [...front.matchAll(HOST_BESIDE)].at(-1) ?? [...behind.matchAll(HOST_BESIDE)][0];
		const isOfIpv6 = host?.[1] === '[';
		return [{ code: Number(code), url, at: index, isOfIpv6 }];
	});
	const listed = [...text.matchAll(LISTED)].map(({ 1: url, 2: code, index }) => {
		return { code: Number(code), url: url!, at: index, isOfIpv6: false };
	});
	const printed = [...text.matchAll(PRINTED)].map(({ 1: code, 2: rest = '', index }) => {
		const url = new RegExp(String.raw`\b${URL}`).exec(rest)?.[0] ?? null;
		return { code: Number(code), url, at: index, isOfIpv6: false };
	});
	return [...told, ...listed, ...printed].sort((one, other) => one.at - other.at).slice(-MOST);
}

/** At most so many are told one by one: the last ones count. */
const MOST = 200;

/**
 * The errors of servers, what browsers refused, and the states of ICE and of the connection, that a text tells of. Linear.
 * @param answered where the last answer stands: an offer that was refused before was taken then; -1 for none
 */
export function findCourse(text: string, answered = -1): FoundCourse {
	const finder = finderIn(text);
	const errors = findErrors(text).map(({ at, ...one }) => ({ ...one, line: finder.lineAt(at) }));
	const states = findStates(text, finder);
	const refusals = findRefusals(text)
		.slice(-MOST)
		.map((one) => ({ ...one, line: finder.lineAt(one.at) }));
	const declined = findDeclined(text);
	const refused = findPosted(text);
	const posted = refused && refused.at < answered ? null : refused;
	return {
		refusals,
		errors,
		states,
		declined: declined && { words: declined.words, line: finder.lineAt(declined.at) },
		posted: posted && { words: posted.words, line: finder.lineAt(posted.at) }
	};
}

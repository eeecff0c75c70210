import type { Browser } from '../../sdp';
import { finding, type Evidence, type Finding } from '../finding';
import { meaningOf, UNREACHED_CODE } from '../../servers/error-codes';
import { isTurn as namesTurn } from '../../servers/scheme';
import { offerRefused } from './offer-posted';
import { toldFailures, type LostConnection } from './told-failure';

/** What a page or a log tells of how a call went, each with its line in what was pasted. */
export interface ToldCourse {
	readonly refusals: readonly {
		readonly words: string;
		readonly line: number;
		/** The offset of it, where that is known. */
		readonly at?: number;
		/** Who it was, where its words tell. */
		readonly browser?: Browser | null;
	}[];
	readonly errors: readonly {
		readonly code: number;
		readonly url: string | null;
		readonly line: number;
		/** Whether it is of a socket of IPv6. */
		readonly isOfIpv6?: boolean;
	}[];
	readonly states: readonly {
		readonly state: string;
		readonly line: number;
		/** Whether it is of ICE alone; else of the whole connection. */
		readonly isOfIce?: boolean;
		/** Which of several connections it is of, where that is told. */
		readonly of?: string;
	}[];
	/** How SIP refused what was offered: `488 Not Acceptable Here`. */
	readonly declined?: { readonly words: string; readonly line: number } | null;
	/** How a server of HTTP refused a description that was posted: `404 Not Found`. */
	readonly posted?: { readonly words: string; readonly line: number } | null;
}

/** The states that come behind failed where nothing is tried again (webrtc-pc, 5.6.4). */
const ENDING: ReadonlySet<string> = new Set(['failed', 'disconnected', 'closed']);

/** Whether it says that there is a connection. */
export const isUp = (state: string) => state === 'connected' || state === 'completed';
const fact = (line: number, text: string): Evidence => ({
	kind: 'fact',
	text: `line ${line}: ${text}`
});

/**
 * What a text says itself of a call: what a browser refused, that it failed, and what STUN and TURN
 * servers answered. Nothing where it says that there is a connection in the end.
 * @param hasRelay whether it has a relayed candidate
 */
export function toldCourse(
	{ refusals, errors, states, declined = null, posted = null }: ToldCourse,
	hasRelay: boolean
): Finding[] {
	const lost = lostOf(states);
	const wasUp = states.some(({ state }) => isUp(state));
	if (wasUp && lost.length === 0) return [];
	return [
		...refused(refusals),
		...(declined ? [notAcceptable(declined)] : []),
		...(posted ? [offerRefused(posted)] : []),
		...toldFailures(lost.map(lostConnection), new Set(states.flatMap(({ of }) => of ?? [])).size),
		...serverErrors(errors, hasRelay || wasUp)
	];
}

/** The states that are told of one connection. */
interface Course {
	/** Its name; null where there is but one, or none has one. */
	readonly of: string | null;
	readonly states: ToldCourse['states'];
}

/**
 * The course of each connection that has a name. What is told without one may be of any of them; where such a
 * one failed, it is not known which.
 */
function coursesOf(states: ToldCourse['states']): Course[] {
	const names = [...new Set(states.flatMap(({ of }) => of ?? []))];
	const whole: Course = { of: null, states };
	if (names.length < 2) return [whole];
	const each = names.map((name): Course => {
		const own = states.filter(({ of, state }) => (of ?? (state === 'failed' ? '' : name)) === name);
		return { of: name, states: own };
	});
	const lost = lostIn(whole);
	return lost !== null && lost.of === undefined ? [...each, whole] : each;
}

/** Those that failed for good. */
const lostOf = (states: ToldCourse['states']): Course[] =>
	coursesOf(states).filter((one) => lostIn(one) !== null);

/** Where the connection failed, or one of several, if it did for good. */
export function failedFor(states: ToldCourse['states']): ToldCourse['states'][number] | null {
	const [lost] = lostOf(states);
	return lost ? lostIn(lost) : null;
}

/**
 * Where a connection failed for good: what was connected again, or is, did not. DTLS fails while ICE is still
 * there, and in the course of one connection, which stands in one line, Chromium goes on checking.
 */
function lostIn({ states }: Course): ToldCourse['states'][number] | null {
	const at = states.findLastIndex(({ state }) => state === 'failed');
	const isOver = ({ state, line }: ToldCourse['states'][number]) =>
		ENDING.has(state) || (line === states[at]!.line && !isUp(state));
	const isLost = at !== -1 && states.slice(at + 1).every(isOver);
	return isLost ? states[at]! : null;
}

/** A course that ended in failure, and how far it had come before. */
function lostConnection({ of, states }: Course): LostConnection {
	const failed = states.findLast(({ state }) => state === 'failed')!;
	const ups = states.filter(({ state }) => isUp(state));
	const isPathAlone = failed.isOfIce !== true && ups.every(({ isOfIce }) => isOfIce === true);
	const way = isPathAlone ? 'path' : 'up';
	return { of, line: failed.line, way: ups.length === 0 ? 'never' : way };
}

/** What is said of a call that came in a state in which it means nothing. */
const WRONG_STATE =
	/wrong state(?:, type: \w+,? state)?: *(\S+)|in (?:signaling )?state [\\"']{0,2}(\S+)|transition:? (?:from )?([\w-]+)(?=->| applying)/i;
/** What Chrome called the states of signaling before the standard named them. */
const OLD_STATES: Readonly<Record<string, string>> = {
	STATE_INIT: 'stable',
	STATE_INPROGRESS: 'stable',
	STATE_SENTINITIATE: 'have-local-offer',
	STATE_RECEIVEDINITIATE: 'have-remote-offer'
};
/** Safari says nothing of the state. */
const SOME_STATE = /incompatible with current signaling state/i;
/** What is no browser and has such states. */
const PROPOSED = /proposed signaling state|SetRemoteDescription called with/i;

/** Who it is that says so: a browser, or a library. */
export const whoSays = (words: string): string => (PROPOSED.test(words) ? 'A peer' : 'A browser');

/** The first that a browser refused: what follows is most often refused for the same. */
function refused(refusals: ToldCourse['refusals']): Finding[] {
	const [first] = refusals;
	if (first === undefined) return [];
	const { words, line } = first;
	const because = [fact(line, words.slice(0, 240))];
	const [, named, other, from] = WRONG_STATE.exec(words) ?? [];
	const told = (named ?? other ?? from)?.replace(/^k(?=[A-Z])/, '').replace(/[^\w-]+$/, '');
	const state = OLD_STATES[told ?? ''] ?? told;
	if (state !== undefined) return [inWrongState(words, state, because)];
	if (SOME_STATE.test(words)) return [inWrongState(words, null, because)];
	return [
		finding({
			id: 'negotiation.refused',
			severity: 'breaks the call',
			claim: `${whoSays(words)} refused a description, as what was pasted says itself: ${words.slice(0, 200)}`,
			because,
			todo: 'Paste the description that it was given, and the offer where that is an answer: what is wrong with it is said then.',
			source: 'webrtc-pc, 4.4.1.5',
			isCertain: false
		})
	];
}

function inWrongState(words: string, state: string | null, because: readonly Evidence[]): Finding {
	const told = {
		id: 'negotiation.wrong-state',
		severity: 'breaks the call' as const,
		because,
		source: 'RFC 9429, 3.2; webrtc-pc, 4.4.1.5 and 10.7',
		isCertain: false
	};
	const who = whoSays(words);
	if (/\banswer\b/i.test(words) && /^stable$/i.test(state ?? '')) {
		return finding({
			...told,
			id: 'negotiation.answer-in-stable',
			claim: `${who} was given an answer when no offer was open any more (state stable): one had been taken already, or the offer was never set.`,
			todo: 'See why signaling brings an answer twice (a listener that is added twice, messages that are replayed), and whether two others answer one connection: each needs its own.'
		});
	}
	return finding({
		...told,
		claim: `${who} was given a description in a state in which it means nothing${state === null ? '' : ` (${state.slice(0, 40)})`}.`,
		todo: 'Set an offer in stable alone, and an answer only where an offer is open; where both sides may offer, use the pattern of perfect negotiation.'
	});
}

/** What to do where SIP refused what was offered. */
export const NOT_ACCEPTABLE_TODO =
	'A line “Warning:” in the response may say what it did not take. See whether its account is one for browsers, with ICE, DTLS-SRTP (UDP/TLS/RTP/SAVPF) and rtcp-mux, and whether both have a codec in common.';

function notAcceptable({ words, line }: NonNullable<ToldCourse['declined']>): Finding {
	return finding({
		id: 'sip.not-acceptable',
		severity: 'breaks the call',
		claim: `The other side of SIP refused what was offered: ${words.slice(0, 80)}.`,
		because: [fact(line, `SIP/2.0 ${words}`)],
		todo: NOT_ACCEPTABLE_TODO,
		source: 'RFC 3261, 21.4.13, 21.4.26 and 21.6.4'
	});
}

/** Whether a server was not reached from a socket of IPv6: most have no such address, and one of IPv4 may reach it. */
const isOfOneVersion = ({ code, isOfIpv6 }: ToldCourse['errors'][number]): boolean =>
	code === UNREACHED_CODE && isOfIpv6 === true;

/** One finding for each server and each kind of error. */
function serverErrors(errors: ToldCourse['errors'], isHarmless: boolean): Finding[] {
	const found = new Map<string, Finding>();
	const graveFirst = errors.toSorted(
		(one, other) => Number(isOfOneVersion(one)) - Number(isOfOneVersion(other))
	);
	for (const error of graveFirst) {
		const { code, url, line } = error;
		const isTurn = url !== null && namesTurn(url);
		const { id, refusal, todo, source } = meaningOf({ code, isTurn });
		const key = `${id} ${url}`;
		if (found.has(key)) continue;
		const named = `The ${isTurn ? 'TURN' : 'STUN'} server ${url?.slice(0, 80)}`;
		const isSlight = isOfOneVersion(error);
		const isGrave = isTurn && !isHarmless && !isSlight;
		const from = isSlight
			? ' from a socket of IPv6: most servers have no such address, and one of IPv4 may have reached it'
			: '';
		found.set(
			key,
			finding({
				id,
				severity: isGrave ? 'will bite' : 'worth knowing',
				claim: `${url === null ? 'A STUN or TURN server' : named} ${refusal}${from}.${isGrave ? ' There is no relay from it.' : ''}`,
				because: [fact(line, `icecandidateerror ${code}`)],
				todo,
				source,
				...(url === null && { isCertain: false })
			})
		);
	}
	return [...found.values()];
}

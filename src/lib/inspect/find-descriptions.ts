import type { Lost } from '../diagnose';
import type { Description } from '../trace';
import { isShortened } from './copied';
import { httpTypeAt } from './http-type';
import { lostBehind, restOf } from './lost-behind';
import { SipDialogues, type SipExchange } from './sip-dialogue';
import { sipMessageAt, type SipMessage } from './sip-type';
import { statedType } from './stated-type';
import { isUnfinished } from './unfinished';
import { readWrapped } from './unwrap/read-wrapped';
import { wrappingAt } from './unwrap/wrapping';

/** A session description in a text. */
export interface FoundDescription {
	readonly sdp: string;
	/** As it is stated, else as `a=setup` lets one tell; null where nothing does. */
	readonly type: Description['type'] | null;
	/** Whether the type was stated beside it. */
	readonly stated: boolean;
	/** Whether the type is a member of the object that it is in, as `RTCSessionDescriptionInit` has both. */
	readonly isTyped: boolean;
	/** Whether it begins with `v=0`, or is some lines of a description. */
	readonly whole: boolean;
	/** Offsets in what was pasted; null where it was within JSON. */
	readonly start: number | null;
	readonly end: number | null;
	/** Whether `sdp` is that very part of the text; else it was taken out of what wrapped its lines. */
	readonly verbatim: boolean;
	/** Whether its last line has no line end, as RFC 8866, 5 asks: Chromium refuses it. */
	readonly lacksEnd: boolean;
	/** Whether it stands in quotes, so that it ends as it does here. */
	readonly isQuoted: boolean;
	/** What of it was lost in copying; null where nothing was, as far as one can tell. */
	readonly lost: Lost | null;
	/** Where somebody left lines of it out, in what was pasted; null where that cannot be told. */
	readonly leftOut: number | null;
	/** Where somebody wrote beside its lines, or between them, in what was pasted. */
	readonly remarks: readonly number[];
	/** Whether it is one of two that somebody compared, which stand in the lines of both. */
	readonly isCompared: boolean;
	/** Its place in a dialogue of SIP; null where it is in none. */
	readonly sip: SipExchange | null;
}

const CLOSING_QUOTE = /^(?:\\*["'`]|&quot;)/;

/** How a letter in front belongs to a line end that is written out, as the n of `\nv=0`. */
const WRITTEN_FRONT = /(?:\\[nrt]|#01[25]|\^[MJ])$/;

/** All descriptions in a text, in order, out of whatever their lines are wrapped in. */
export function findDescriptions(text: string): FoundDescription[] {
	const found: FoundDescription[] = [];
	const messages: (SipMessage | null)[] = [];
	let from = 0;
	for (let start = text.indexOf('v=0'); start !== -1; start = text.indexOf('v=0', start)) {
		const read = isBeginning(text, start) ? readAt(text, start) : null;
		if (!read) {
			start += 3;
			continue;
		}
		const message = sipMessageAt(text, start, from);
		const stated = statedType(text, start, read.end, from);
		const type = message ? null : (stated.type ?? httpTypeAt(text, start, from));
		const isTyped = message === null && stated.isTyped;
		found.push(descriptionAs(read.sdp, { ...read, type, isTyped, start }));
		messages.push(message);
		from = stated.end;
		start = Math.max(read.end, start + 3);
	}
	return ofDialogues(found, messages);
}

function isBeginning(text: string, start: number): boolean {
	if (!/\w/.test(text[start - 1] ?? '')) return true;
	return WRITTEN_FRONT.test(text.slice(Math.max(0, start - 4), start));
}

function readAt(text: string, start: number) {
	const wrapping = wrappingAt(text, start);
	const read = wrapping && readWrapped(text, start, wrapping);
	if (!read) return null;
	// What stands between three quotes is a program, which may yet change it.
	const isExact = wrapping.quote !== null && wrapping.quote.length !== 3;
	const isQuoted = isExact && CLOSING_QUOTE.test(text.slice(read.end, read.end + 12));
	const { sdp, end, verbatim, leftOut, remarks, isEnded } = read;
	const isLast = restOf(text, end) === '';
	const lost = lostBehind(text, read, wrapping);
	const lacksEnd = isEnded === false;
	return { sdp, end, verbatim, lost, leftOut, remarks, isQuoted, isLast, lacksEnd };
}

/** The descriptions, with what they are in the dialogues whose messages carry them. */
function ofDialogues(
	found: readonly FoundDescription[],
	messages: readonly (SipMessage | null)[]
): FoundDescription[] {
	const dialogues = new SipDialogues();
	return found.map((one, at) => {
		const message = messages[at];
		if (!message) return one;
		const role = dialogues.roleOf(message, one.sdp, messages[at + 1]);
		return role ? { ...one, type: role.type, stated: true, sip: role.exchange } : one;
	});
}

/** A description with what is known of it. */
export function descriptionAs(
	sdp: string,
	known: Partial<Omit<FoundDescription, 'sdp' | 'stated'>> & { readonly isLast?: boolean } = {}
): FoundDescription {
	const { type = null, whole = sdp.startsWith('v=0'), start = null, end = null } = known;
	return {
		sdp,
		type: type ?? impliedType(sdp),
		stated: type !== null,
		isTyped: known.isTyped ?? false,
		whole,
		start,
		end,
		verbatim: known.verbatim ?? true,
		lacksEnd: known.lacksEnd ?? !/[\r\n]$/.test(sdp),
		isQuoted: known.isQuoted ?? false,
		lost: known.lost ?? lostOf(sdp, whole, known),
		leftOut: known.leftOut ?? null,
		remarks: known.remarks ?? [],
		isCompared: known.isCompared ?? false,
		sip: known.sip ?? null
	};
}

/** What stands in a section alone (RFC 8866, 6; RFC 5888, 4; RFC 5761, 5.1.1; RFC 8841, 5), or begins one. */
const OF_SECTION =
	/^(?:m=|a=(?:mid|rtpmap|fmtp|rtcp|rtcp-fb|rtcp-mux|ssrc|ssrc-group|msid|rid|simulcast|sctp-port)(?![\w-]))/m;

/** What of a description was lost, as it tells itself. */
function lostOf(
	sdp: string,
	whole: boolean,
	{ isQuoted = false, isLast = false }: { readonly isQuoted?: boolean; readonly isLast?: boolean }
): Lost | null {
	if (isShortened(sdp)) return 'shortened';
	// Quotes show that it really ends so.
	if (!isQuoted && isUnfinished(sdp, isLast)) return 'broken off';
	const first = whole ? null : OF_SECTION.exec(sdp);
	return first && first[0] !== 'm=' ? 'begun within' : null;
}

/** An offer leaves the DTLS role open (RFC 8842, 5.2); an answer may not (RFC 8842, 5.3). */
function impliedType(sdp: string): FoundDescription['type'] {
	const [, setup] = /^a=setup:(\S+)/m.exec(sdp) ?? [];
	if (setup === 'actpass') return 'offer';
	return setup === 'active' || setup === 'passive' ? 'answer' : null;
}

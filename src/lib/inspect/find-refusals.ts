import { idsByWords } from '../diagnose';
import type { Browser } from '../sdp';

/** What a browser said when it refused a description, as a console shows it. */
export interface FoundRefusal {
	readonly words: string;
	/** Where it is told, from 1. */
	readonly line: number;
	/** The offset of it in what was pasted. */
	readonly at?: number;
	/** Who it was, where its words tell. */
	readonly browser?: Browser | null;
}

/** How Chromium and Safari begin, Firefox, aiortc, Safari again, and pion and webrtc-rs. */
const REFUSAL =
	/\b(?:Failed to (?:execute 'set(?:Local|Remote)Description'|set (?:local|remote) (?:offer|answer|pranswer) sdp|parse SessionDescription|parse SDP[:.](?= ?\w))|SIPCC (?:Failed to parse SDP|SDP Parse Error)|Cannot (?:set (?:local|remote)|create) (?:offer|answer) in state|Cannot handle (?:offer|answer) in signaling state|[Dd]escription type incompatible with current signaling state|[Ii]nvalid proposed signaling state transition|Invalid (?:description|offer|answer), no |SetRemoteDescription called with (?:no|multiple) )[^\r\n]{0,300}/g;
const BEGIN = new RegExp(REFUSAL.source);
/** An error that may be one of a description: its words tell. */
const ERROR =
	/\b(?:DOMException|(?:InvalidAccess|InvalidParameter|InvalidSessionDescription|Operation|Internal|Sdp|RTC)Error): ([^\r\n]{1,300})/g;
/** Shorter words of browsers are said of other things as well. */
const LEAST = 20;
/** What stands in front of what it is about. */
const CALL = /^Failed to execute '\w+' on 'RTCPeerConnection': /;
/** What may stand behind it. */
const TAIL = /["'\x60\s)}\]]+$/;
/** What browsers say in front of what they did not like: a sentence may end in it. */
const PROLOGUE =
	/^(?:Failed to execute '\w+' on 'RTCPeerConnection': )?(?:(?:SIPCC )?Failed to parse (?:SessionDescription|SDP)[.:] ?)?/;
/** The end of a sentence, and not one behind which browsers go on. */
const SENTENCE_END =
	/[.!](?=["'\x60)\]}]*\s(?! *(?:Rejecting answer|Session error description|The id must|All codecs must|\()))/;
/** So much of the line in front of it is looked at for a quote that opens. */
const FRONT = 300;

/** Where the words of a browser end that stand in the prose of somebody else, or in quotes. */
function ownWords(said: string, front: string): string {
	// Quotes that are escaped stand within what is quoted.
	const isQuoted = (front.match(/(?<!\\)"/g) ?? []).length % 2 === 1;
	const quotes = isQuoted ? /[\x60”»]|(?<!\\)"/ : /[\x60”»]/;
	const closing = said.search(quotes);
	const own = closing === -1 ? said : said.slice(0, closing);
	const prologue = PROLOGUE.exec(own)?.[0].length ?? 0;
	// A line of SDP that it quotes may have anything in it.
	const end = own.slice(prologue).search(SENTENCE_END);
	return end === -1 ? own : own.slice(0, prologue + end + 1);
}

/** Without the call in front, and without what does not belong to it behind: a quote that it opened itself does. */
function bare(said: string): string {
	const words = said.replace(CALL, '').replace(TAIL, '');
	const next = said.slice(said.lastIndexOf(words) + words.length).charAt(0);
	const isOpen = /["']/.test(next) && words.split(next).length % 2 === 0;
	return isOpen ? words + next : words;
}

function browserOf(said: string): Browser | null {
	if (said.startsWith('Failed to execute')) return 'Chromium';
	return /^(?:SIPCC|Failed to parse SDP|Cannot set|Invalid (?:description|offer|answer), )/.test(
		said
	)
		? 'Firefox'
		: null;
}

/** What a browser could not make, it was not given: the same words are no refusal then. */
const MAKING = /^Failed to create (?:offer|answer)\b/;

const isOfDescription = (words: string): boolean =>
	!MAKING.test(words) && idsByWords(words, LEAST).length > 0;

/** Whether a line is the refusal of a description that is told by its words alone. */
export const isRefusal = (line: string): boolean =>
	[...line.matchAll(ERROR)].some(({ 1: words }) => isOfDescription(words!));

/** What browsers refused, in the order in which it is told. Linear. */
export function findRefusals(text: string): Omit<Required<FoundRefusal>, 'line'>[] {
	const begun = [...text.matchAll(REFUSAL)].map(({ 0: said, index }) => {
		const front = text.slice(Math.max(0, index - FRONT), index).replace(/^[^]*[\r\n]/, '');
		const words = bare(ownWords(said, front));
		return { words, at: index, browser: browserOf(said) };
	});
	const known = [...text.matchAll(ERROR)].flatMap(({ 0: said, 1: words = '', index }) => {
		if (BEGIN.test(words) || !isOfDescription(words)) return [];
		const at = index + said.length - words.length;
		return [{ words: bare(ownWords(words, '')), at, browser: null }];
	});
	return [...begun, ...known].sort((one, other) => one.at - other.at);
}

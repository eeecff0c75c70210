import { idsByWords } from '../diagnose';
import { meaningOfRefusal } from '../diagnose/told/refusal-words';
import type { Browser } from '../sdp';
import { acrossLines, inOneLine, OF_DESCRIPTIONS } from './broken-words';
import { isProgram } from './program-line';

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
const REFUSAL = new RegExp(
	String.raw`\b(?:${acrossLines(
		[
			"Failed to execute 'set(?:Local|Remote)Description'",
			'Failed to set (?:local|remote) (?:offer|answer|pranswer) sdp',
			'Failed to parse SessionDescription',
			'SIPCC (?:Failed to parse SDP|SDP Parse Error)',
			'Cannot (?:set (?:local|remote)|create) (?:offer|answer) in state',
			'Cannot handle (?:offer|answer) in signaling state',
			'[Dd]escription type incompatible with current signaling state',
			'[Ii]nvalid proposed signaling state transition',
			'Invalid (?:description|offer|answer), no ',
			'Set(?:Local|Remote)Description failed:',
			'SetRemoteDescription called with (?:no|multiple) '
		].join('|')
	)}|Failed to parse SDP[:.](?= ?\w))[^\r\n]{0,300}`,
	'g'
);
const BEGIN = new RegExp(REFUSAL.source);
/** An error that may be one of a description: its words tell. */
const ERROR =
	/\b(?:DOMException|(?:InvalidAccess|InvalidParameter|InvalidSessionDescription|Operation|Internal|Sdp|RTC)Error): ([^\r\n]{1,300})/g;
/** Words that are known by themselves. */
const PLAIN = new RegExp(String.raw`\b(?:${OF_DESCRIPTIONS})\b`, 'g');
const ANY_PLAIN = new RegExp(PLAIN.source);
/** What stands behind them, and belongs to them. */
const REST = /[^\r\n]{0,300}/y;
/** Shorter words of browsers are said of other things as well. */
const LEAST = 20;
/** What stands in front of what it is about. */
const CALL = /^Failed to execute '\w+' on 'RTCPeerConnection': (?=\S)/;
/** What may stand behind it. */
const TAIL = /["'\x60\s)}\]]+$/;
/** What browsers say in front of what they did not like: a sentence may end in it. */
const PROLOGUE =
	/^(?:Failed to execute '\w+' on 'RTCPeerConnection': )?(?:(?:SIPCC )?Failed to parse (?:SessionDescription|SDP)[.:] ?)?/;
/** The end of a sentence, and not one behind which browsers go on. */
const SENTENCE_END =
	/[.!](?=["'\x60)\]}]*\s(?! *(?:Rejecting answer|Session error description|The id must|All codecs must|Expected RTP, got |\()))/;
/** So much of the line in front of it is looked at for a quote that opens. */
const FRONT = 300;

/** Where the words of a browser end that stand in the prose of somebody else, or in quotes. */
function ownWords(said: string, front: string): string {
	// Quotes that are escaped stand within what is quoted.
	const isQuoted = (front.match(/(?<!\\)"/g) ?? []).length % 2 === 1;
	const quotes = isQuoted ? /[\x60”»]|(?<!\\)"/ : /[\x60”»]/;
	// Their own quotes stand around names; one that stands in front of them closes behind a word.
	const closing = said.search(front.endsWith("'") ? /'(?=[\s.,;:!?)]|$)/ : quotes);
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
	!MAKING.test(words) && (meaningOfRefusal(words) !== null || idsByWords(words, LEAST).length > 0);

/** Whether a line is the refusal of a description that is told by its words alone. */
export const isRefusal = (line: string): boolean =>
	ANY_PLAIN.test(line) || [...line.matchAll(ERROR)].some(({ 1: words }) => isOfDescription(words!));

type Told = Omit<Required<FoundRefusal>, 'line'>;
/** With where it ends in the text. */
type Placed = Told & { readonly end: number };

/** The line in front of an offset. */
const frontOf = (text: string, index: number): string =>
	text.slice(Math.max(0, index - FRONT), index).replace(/^[^]*[\r\n]/, '');

/** So much may stand between the end of a line and words that go on in the next. */
const NEXT_LINE = 120;

/** So long may be what is said in several parts, in UTF-16 code units: another part begins anew behind it. */
const LONGEST = 1200;

/** Whether what a browser begins to say ends in the middle: nothing that is known, and no whole sentence. */
const isOpen = ({ words }: Told): boolean =>
	!/[.!]$|\bstate\b/.test(words) && meaningOfRefusal(words) === null && !isOfDescription(words);

/** Whether an offset is where words go on in the line behind them. */
function isNext(text: string, { at, end }: Placed, index: number): boolean {
	if (index - at > LONGEST) return false;
	if (index < end) return true;
	return index - end <= NEXT_LINE && text.slice(end, index).split('\n').length <= 2;
}

/** How far what is said goes on in the line in which an offset is. */
function restOf(text: string, from: number): number {
	REST.lastIndex = from;
	return from + REST.exec(text)![0].length;
}

/** What was found, with words besides that are known by themselves: those that go on in the next line, too. */
function withPlain(text: string, found: readonly Placed[]): Placed[] {
	const all: Placed[] = [];
	let at = 0;
	for (const { 0: said, index } of text.matchAll(PLAIN)) {
		while (at < found.length && found[at]!.at <= index) all.push(found[at++]!);
		const before = all.at(-1);
		if (before && index + said.length <= before.end) continue;
		const goesOn = before && isNext(text, before, index) && (index < before.end || isOpen(before));
		const start = goesOn ? before.at : index;
		const end = restOf(text, index + said.length);
		const front = frontOf(text, start);
		// What stands behind the same words on their line says more.
		const isSaid = !goesOn && (found[at]?.at ?? end) < end;
		if (isSaid || isProgram(front + said)) continue;
		if (goesOn) all.pop();
		const words = bare(ownWords(inOneLine(text.slice(start, end)), front));
		all.push({ words, at: start, end, browser: goesOn ? before.browser : null });
	}
	return [...all, ...found.slice(at)];
}

/** No more than what was called. */
const CALL_ALONE = /^Failed to execute '\w+'[^.]{0,30}$/;

/** Refusals of which one line has what was called, and the next the words, in one. */
function joined(text: string, found: readonly Placed[]): Placed[] {
	return found.flatMap((one, at) => {
		const [before, next] = [found[at - 1], found[at + 1]];
		if (before && CALL_ALONE.test(before.words) && isNext(text, before, one.at)) return [];
		if (!next || !CALL_ALONE.test(one.words) || !isNext(text, one, next.at)) return [one];
		return [{ ...next, at: one.at, browser: one.browser }];
	});
}

/** What browsers refused, in the order in which it is told. Linear. */
export function findRefusals(text: string): Told[] {
	const begun = [...text.matchAll(REFUSAL)].map(({ 0: said, index }): Placed => {
		const words = bare(ownWords(inOneLine(said), frontOf(text, index)));
		return { words, at: index, end: index + said.length, browser: browserOf(inOneLine(said)) };
	});
	const known = [...text.matchAll(ERROR)].flatMap(({ 0: said, 1: words = '', index }): Placed[] => {
		if (BEGIN.test(words) || !isOfDescription(words)) return [];
		const end = index + said.length;
		return [{ words: bare(ownWords(words, '')), at: end - words.length, end, browser: null }];
	});
	const found = joined(
		text,
		[...begun, ...known].sort((one, other) => one.at - other.at)
	);
	return withPlain(text, found).map(({ words, at, browser }) => ({ words, at, browser }));
}

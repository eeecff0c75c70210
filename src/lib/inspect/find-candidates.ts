import { parseCandidate } from '../ice';
import { candidateOfFields } from './candidate-fields';
import { printedByJava, printedWith } from './candidate-members';
import { copyDamageOf, DAMAGED_CANDIDATE } from './copied';
import { findLogged } from './logged-candidates';
import type { Side } from './sides';
import { realEndFrom } from './unwrap/read-line';
import { withoutEmphasis } from './unwrap/remarks';
import { restOfLine } from './unwrap/rest-of-line';
import { lineFront } from './unwrap/wrapping';

/** A candidate in a text, with where it stands: `text.slice(start, end)` is its line, or lines where it is broken, or its element. */
export interface FoundCandidate {
	/** As it was: `candidate:…` or `a=candidate:…`. */
	readonly text: string;
	/** Offsets in what was pasted; null where it was within JSON. */
	readonly start: number | null;
	readonly end: number | null;
	readonly sdpMid: string | null;
	readonly sdpMLineIndex: number | null;
	/** Of the description that it belongs to; null where that is not told. */
	readonly usernameFragment: string | null;
	/** On which side of the call it was gathered, as the text tells; null where it does not. */
	readonly side: Side | null;
	/** What is wrong with it, in one sentence; null where nothing is. */
	readonly problem: string | null;
}

// What ends a candidate, for it belongs to what is around it: quotes, brackets, tags, written line ends, and another
// candidate, as two columns have them.
const REST = String.raw`(?:(?!(?:a=)?candidate:)[^\r\n"'\`\\,;{}()<>[\]|&#↵]|[<[({]{1,2}[\w .-]{1,24}[>\])}]{1,2}(?= \d))*`;
/** A candidate whose name somebody took off. */
const BARE = String.raw`[\w+/]{1,32} \d{1,3} (?:udp|tcp|UDP|TCP)\S{0,8} \d{1,10} [^\s"'\`\\]{1,80} \d{1,5} typ `;
const BEGINNING = new RegExp(String.raw`^(?:(?:a=)?candidate:|${BARE})`);
const NAMELESS =
	'It lacks “candidate:” in front (RFC 8839, 5.1), and without it is none to a browser.';

/** Whether a text is a candidate, with its name in front or without. */
export const isCandidate = (text: string): boolean => BEGINNING.test(text);

const CANDIDATE = new RegExp(
	[
		// candidate:1 1 udp 2122260223 192.0.2.1 50001 typ host – a foundation, a component, a transport
		String.raw`(?:a=)?candidate:[^\s"'\`\\]{1,64} +\d{1,3} +[A-Za-z]${REST}`,
		// candidate:1 1 u…typ host – which a console has shortened in these
		String.raw`(?:a=)?candidate:[\w+/. :-]{0,100}…${REST}`,
		// "candidate":"1 1 udp 2122260223 192.0.2.1 50001 typ host – what a member has without its beginning
		String.raw`(?<=candidate\\{0,3}["'\`]?\s{0,3}[:=]\s{0,3}\\{0,3}["'\`])${BARE}${REST}`
	].join('|'),
	'g'
);

/** How Jingle writes one (XEP-0176, 5.3). */
const ELEMENT = /<candidate\s([^<>]{20,1000})>/g;
const ATTRIBUTE = /([\w-]{1,40})\s?=\s?(?:"([^"]*)"|'([^']*)')/g;

/** All candidates in a text, in order. Linear in its length. */
export function findCandidates(text: string): FoundCandidate[] {
	const elements = text.includes('<candidate') ? findElements(text) : [];
	const logged = findLogged(text).map(({ line, ...place }) => candidateAs(line, place));
	const lines = findLines(text);
	if (elements.length + logged.length === 0) return lines;
	return [...lines, ...elements, ...logged].sort((a, b) => a.start! - b.start!);
}

function findElements(text: string): FoundCandidate[] {
	return [...text.matchAll(ELEMENT)].flatMap(({ 0: whole, 1: inner = '', index }) => {
		const named = [...inner.matchAll(ATTRIBUTE)];
		const line = candidateOfFields(
			Object.fromEntries(named.map(([, name, double, single]) => [name, double ?? single]))
		);
		// What closes the element is no part of it.
		const end = index + whole.replace(/\s*\/?>$/, '').length;
		return line === null ? [] : [candidateAs(line, { start: index, end })];
	});
}

function findLines(text: string): FoundCandidate[] {
	return [...text.matchAll(CANDIDATE)].map((match) => {
		// A full stop ends a sentence; three are an ellipsis.
		const line = withoutJoint(text, match[0], match.index)
			.trimEnd()
			.replace(/(?<!\.)\.$/, '');
		const start = match.index;
		const { whole, end } = withRest(text, line, start);
		const printed = printedByJava(text, start, whole) ?? printedWith(text, start, end, whole);
		return candidateAs(withoutEmphasis(printed.line), { start, end, ...printed.members });
	});
}

/** What stands between a candidate and what is told of it, or the other one of its pair: an arrow, a colon. */
const JOINT = /\s(?:[-=<]+|→.*|↔.*|:\s.*|:)\s*$/;
/** Words in front of the next candidate in the line, which belong to that one. */
const LABEL = /(?<=\s)[A-Za-z ]{1,30}$/;

/** A candidate without what joins it to the next one in its line. */
function withoutJoint(text: string, found: string, start: number): string {
	const line = found.replace(JOINT, '');
	const isFollowed = /^(?:a=)?candidate:/.test(
		text.slice(start + found.length, start + found.length + 12)
	);
	if (!isFollowed || parseCandidate(line.trimEnd()).problem === null) return line;
	const bare = line.replace(LABEL, '').replace(JOINT, '');
	return parseCandidate(bare.trimEnd()).problem === null ? bare : line;
}

/** The end of a line, and blanks in front of it; many candidates may stand in one. */
const LINE_END = /[ \t]{0,20}(?:\r\n|\n|\r)/y;
/** A candidate is broken in no more lines. */
const MOST_BREAKS = 4;
/** Longer lines are no rest of one. */
const LONGEST_REST = 160;

/** A candidate with the lines behind that it lacks, where a mail broke it at blanks. */
function withRest(text: string, line: string, start: number): { whole: string; end: number } {
	let [whole, end] = [line, start + line.length];
	for (let breaks = 0; breaks < MOST_BREAKS; breaks += 1) {
		LINE_END.lastIndex = end;
		if (!LINE_END.test(text)) break;
		const next = LINE_END.lastIndex;
		const row = realEndFrom(text, next);
		if (row.end - next > LONGEST_REST) break;
		const front = lineFront(text, start);
		const from = next + (text.startsWith(front, next) ? front.length : 0);
		const rest = text.slice(from, row.end).trim();
		if (rest === '' || restOfLine(whole, rest) !== 'lacked') break;
		whole = `${whole} ${rest}`;
		end = row.end;
	}
	return { whole, end };
}

/** A candidate with what is known of it. */
export function candidateAs(
	text: string,
	known: Partial<Omit<FoundCandidate, 'text' | 'problem'>> = {}
): FoundCandidate {
	const damage = copyDamageOf(text);
	return {
		text,
		start: null,
		end: null,
		sdpMid: null,
		sdpMLineIndex: null,
		side: null,
		usernameFragment: / ufrag (\S+)/.exec(text)?.[1] ?? null,
		...known,
		problem: damage === null ? problemOf(text) : DAMAGED_CANDIDATE[damage]
	};
}

const problemOf = (text: string): string | null =>
	/^(?:a=)?candidate:/.test(text) || text === '' ? parseCandidate(text).problem : NAMELESS;

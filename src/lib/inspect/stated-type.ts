import type { Description } from '../trace';
import { LONGEST_PREFIX, shapeOf } from './unwrap/prefix';
import { realEndFrom } from './unwrap/read-line';
import { lineFront } from './unwrap/wrapping';

type Type = Description['type'];

/** How far beside a description a text says of what type it is, in UTF-16 code units. */
const NEARBY = 80;
/** So long what a word is part of may be in front of it. */
const PHRASE = 40;
/** How far behind it its own object may say so, past other members. */
const MEMBERS = 300;

/** Words that are no part of an error: `Failed to set remote offer sdp: …`, `have-local-offer`, `not accepting this offer!`. */
const WORD =
	/(?<![a-z]|have-(?:local|remote)-|(?:failed to|cannot) (?:set (?:local|remote)|create) |create an |accepting (?:this|the) |match(?: order)? in |order in )(pranswer|offer|answer)(?![a-z])/g;
/**
 * What a type looks like as a value, in every place that states one: `'offer'`, `OFFER`, `SDP_OFFER`, `RTCSdpType.offer`,
 * `Type::Answer`, `kAnswer`, `<SdpType.ANSWER: 3>`; but not `offer.sdp`, which is a member of something else.
 */
const VALUE = String.raw`(?:["'\`\\:<]|&quot;|&lt;)*(?:[a-z_]\w{0,40}(?:\.|::)){0,4}(?:(?:rtc)?sdp(?:type)?[_-]?|k)?(pranswer|offer|answer)(?![a-z(]|\.[a-z])`;
/** `type: 'offer'`, `"type": "offer"`, `type='offer'`, `<type>offer</type>`, `"messageType":"SDP_OFFER"`, `type_=<SdpType.OFFER: 1>`. */
const MEMBER = new RegExp(
	String.raw`(?:type_?|command|kind|action|event|cmd|signal|method)["'\`\\]*\s*(?:[:=>]|&gt;)+\s*${VALUE}`,
	'gi'
);
/** The last of the arguments of a call, of which the description is the one before: `'v=0…', Type::Answer)`. */
const ARGUMENT = new RegExp(
	String.raw`^["'\`\\]{1,4}\s*,\s*${VALUE}["'\`\\]{0,4}\s*(?::\s*[^\s<>]{1,16}>\s*)?\)`,
	'i'
);

/** A member in quotes, or of a literal: a word of prose before a colon is none. */
const OF_TYPE = /^type["'`\\]*\s*:\s*["'`\\]|^type["'`\\]+\s*:/i;
/** `m.call.answer` is of what carries it. */
const QUALIFIED = /\w(?:\.|::)\w/;

/** What Go prints of pion (`%#v`), which counts its types from 1 (sdptype.go). */
const BY_PION = /sessiondescription\{type:\s?([123]), ?sdp:["'`\\]*$/;
const OF_PION: Readonly<Record<string, Type>> = { 1: 'offer', 2: 'pranswer', 3: 'answer' };

/** Between the words of a heading of two: `Offer and answer`, `offer/answer`, `<th>Offer</th><th>Answer</th>`. */
const HEADING =
	/(?:offer|answer)s?["'`*_]{0,3}\s*(?:and|&|\/|\+|,|\||→|->|(?:<[^<>]{1,40}>\s*)+)\s*["'`*_]{0,3}$/;

/** What a text says of a description in it, and where that ends. */
export interface Stated {
	readonly type: Type | null;
	/** What stands in front of this belongs to this description. */
	readonly end: number;
	/** Whether a member of its object that is called `type` says so. */
	readonly isTyped: boolean;
}

/**
 * The type that is stated of a description: by a member of its own object, in front of it or behind, else
 * by the last such word in front. What a log writes in front of each line is no distance.
 *
 * @param from where the part of the text begins that belongs to no description before it
 */
export function statedType(text: string, start: number, end: number, from: number): Stated {
	const stated = statedNear(text, start, end, from);
	if (stated.type !== null) return stated;
	const prefix = prefixAt(text, start);
	if (prefix === 0 || start - prefix <= from) return stated;
	return statedNear(text, start - prefix, end, from);
}

/** How long the prefix of a log is that stands in front of an offset, as in the line above or below; 0 where none does. */
function prefixAt(text: string, start: number): number {
	const front = lineFront(text, start);
	const shape = shapeOf(front);
	const from = start - front.length;
	if (shape === '' || !/[\r\n]/.test(text[from - 1] ?? '')) return 0;
	const above = lineFront(text, from - (text.startsWith('\r\n', from - 2) ? 2 : 1));
	const { next } = realEndFrom(text, start);
	const below = text.slice(next, next + 2 * LONGEST_PREFIX).split(/[\r\n]/, 1)[0]!;
	return [above, below].some((line) => shapeOf(line).startsWith(shape)) ? front.length : 0;
}

function statedNear(text: string, start: number, end: number, from: number): Stated {
	const front = text.slice(Math.max(from, start - NEARBY), start).toLowerCase();
	const counted = OF_PION[BY_PION.exec(front)?.[1] ?? ''];
	if (counted) return { type: counted, end, isTyped: true };
	const members = [...front.matchAll(MEMBER)];
	const last = members.at(-1);
	if (last && !/[})]/.test(front.slice(last.index))) {
		return { type: last[1] as Type, end, isTyped: isOfType(last) };
	}
	const behind = ofObject(text.slice(end, end + MEMBERS));
	const argument = ARGUMENT.exec(text.slice(end, end + NEARBY));
	if (argument) {
		const type = argument[1]!.toLowerCase() as Type;
		return { type, end: end + argument[0].length, isTyped: false };
	}
	const member = new RegExp(MEMBER).exec(behind);
	// Behind what closes the description, or it is the heading of the next one.
	if (member && /[,;<&"'`]/.test(behind.slice(0, member.index))) {
		const stop = end + member.index + member[0].length;
		const type = member[1]!.toLowerCase() as Type;
		return { type, end: stop, isTyped: isOfType(member) };
	}
	// What a word is part of may begin in front of what is near.
	const least = Math.max(from, start - NEARBY - PHRASE);
	const words = [...text.slice(least, start).toLowerCase().matchAll(WORD)].filter(
		({ index }) => least + index >= start - front.length
	);
	const told = words.at(-1);
	// A heading of both says of neither which it is.
	const line = front
		.slice(0, told && least + told.index - (start - front.length))
		.split(/[\r\n]/)
		.at(-1)!;
	const hasOther = [...line.matchAll(WORD)].some(([, type]) => type !== told![1]);
	if (hasOther && HEADING.test(line)) return { type: null, end, isTyped: false };
	// `answer for SDP offer 7`: the last word is what is answered.
	const isAnswer = hasOther && ROLE_OF_ANSWER.test(text.slice(start, end));
	const type = isAnswer ? 'answer' : ((told?.[1] as Type | undefined) ?? null);
	return { type, end, isTyped: false };
}

/** A role that an answer takes, and an offer leaves open (RFC 8842, 5.2 and 5.3). */
const ROLE_OF_ANSWER = /\ba=setup:(?:active|passive)\b/;

/** Whether a member is `type`, and not one whose name ends so: `messageType` is of what carries it. */
const isOfType = ({ 0: member, input, index }: RegExpExecArray) =>
	OF_TYPE.test(member) && !QUALIFIED.test(member) && !/[a-z]$/i.test(input.slice(0, index));

// `<SdpType.ANSWER: 3>` is a value, and begins no element.
const BRACKET = /[{}()]|<(\/?)[a-zA-Z](?![\w.]{0,60}: )[^<>]{0,100}>|v=0/g;

/** What of a text that begins behind a member still belongs to the object, or element, of the member. */
function ofObject(text: string): string {
	let depth = 0;
	// The element that the description itself is.
	let isInElement = true;
	for (const { 0: mark, 1: slash, index } of text.matchAll(BRACKET)) {
		if (mark === '{' || mark === 'v=0') return text.slice(0, index);
		const closes = mark === '}' || mark === ')' || slash === '/';
		if (!closes) depth += 1;
		else if (depth > 0) depth -= 1;
		else if (slash === '/' && isInElement) isInElement = false;
		else return text.slice(0, index);
	}
	return text;
}

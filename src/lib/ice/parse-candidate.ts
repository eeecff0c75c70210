import type { Candidate } from './candidate';
import { flawOf, unreadable } from './candidate-grammar';

/** A part of the text: `text.slice(start, end)`. Names are those of the ABNF in RFC 8839, 5.1. */
export interface CandidateField {
	readonly name: string;
	readonly start: number;
	readonly end: number;
}

export interface ParsedCandidate {
	readonly fields: readonly CandidateField[];
	/** null where the text cannot be read, and where it is the empty one that ends the candidates. */
	readonly candidate: Candidate | null;
	/** What is wrong, in one sentence, though it be readable; null where nothing is. */
	readonly problem: string | null;
}

const REQUIRED = [
	'foundation',
	'component-id',
	'transport',
	'priority',
	'connection-address',
	'port'
] as const;

/** The fields that follow a keyword of their own. */
type Optional = 'cand-type' | 'rel-addr' | 'rel-port' | 'tcp-type' | 'ufrag';
const KEYWORDS: ReadonlyMap<string, Optional> = new Map([
	['typ', 'cand-type'],
	['raddr', 'rel-addr'],
	['rport', 'rel-port'],
	['tcptype', 'tcp-type'],
	['ufrag', 'ufrag']
]);

/** Where the foundation begins: behind `a=`, if there, and `candidate:`, if there. */
function skipPrefix(text: string): number {
	const name = text.startsWith('a=') ? 2 : 0;
	return text.startsWith('candidate:', name) ? name + 'candidate:'.length : name;
}

/** Where a keyword belongs: typ, raddr, rport and tcptype in this order, the others behind them. */
const ORDER: ReadonlyMap<string, number> = new Map([
	['cand-type', 0],
	['rel-addr', 1],
	['rel-port', 2],
	['tcp-type', 3]
]);
const LAST = 4;

/** The words of a candidate as they are met, and what is wrong with their order. */
class Words {
	readonly fields: CandidateField[] = [];
	/** By the names of the ABNF; null where there is none. */
	readonly values: Record<(typeof REQUIRED)[number] | Optional, string | null> = {
		foundation: null,
		'component-id': null,
		transport: null,
		priority: null,
		'connection-address': null,
		port: null,
		'cand-type': null,
		'rel-addr': null,
		'rel-port': null,
		'tcp-type': null,
		ufrag: null
	};
	readonly extensions: [string, string][] = [];
	/** The keyword whose value is still to come. */
	keyword: string | null = null;
	flaw: string | null = null;
	/** The first keyword of each rank, while the ranks rise. */
	readonly #ahead: { rank: number; keyword: string }[] = [];

	/** @param position how many of the required words there have been, or would have been */
	constructor(public position: number) {}

	take(word: string, start: number, end: number): void {
		const required = REQUIRED[this.position];
		if (required !== undefined) {
			this.values[required] = word;
			this.fields.push({ name: required, start, end });
		} else if (this.keyword === null) {
			this.keyword = word;
			this.fields.push({ name: 'keyword', start, end });
		} else {
			const name = KEYWORDS.get(this.keyword) ?? KEYWORDS.get(this.keyword.toLowerCase());
			this.#place(this.keyword, name);
			if (name === undefined) this.extensions.push([this.keyword, word]);
			else if (this.values[name] !== null) this.flaw ??= `“${this.keyword}” comes twice.`;
			else this.values[name] = word;
			this.fields.push({ name: name ?? this.keyword, start, end });
			this.keyword = null;
		}
		this.position += 1;
	}

	#place(keyword: string, name = ''): void {
		const rank = ORDER.get(name) ?? LAST;
		const late = this.#ahead.find((former) => former.rank > rank);
		if (late !== undefined) {
			this.flaw ??= `“${late.keyword.slice(0, 40)}” stands in front of “${keyword}”: the order is typ, raddr, rport, tcptype, and then the others.`;
		} else if ((this.#ahead.at(-1)?.rank ?? -1) < rank) this.#ahead.push({ rank, keyword });
	}
}

/** A number and a word without one: a component and a transport, for which the foundation is missing. */
const COMPONENT_FIRST = /^ +\d+ +[A-Za-z]/;

function lacksFoundationAt(text: string, from: number): boolean {
	return text.charAt(from) === ' ' && COMPONENT_FIRST.test(text.slice(from, from + 64));
}

/**
 * The foundation alone, of a text as `parseCandidate` takes it: for counting those that are alike.
 * Empty where there is none.
 */
export function foundationOf(text: string): string {
	let start = skipPrefix(text);
	if (lacksFoundationAt(text, start)) return '';
	while (text.charAt(start) === ' ') start += 1;
	const space = text.indexOf(' ', start);
	return text.slice(start, space === -1 ? text.length : space);
}

function readWords(text: string, from: number): Words {
	const lacksFoundation = lacksFoundationAt(text, from);
	const words = new Words(lacksFoundation ? 1 : 0);
	if (lacksFoundation) words.flaw = 'The foundation is missing.';
	let at = from;
	while (at < text.length) {
		const space = text.indexOf(' ', at);
		const end = space === -1 ? text.length : space;
		if (end > at) words.take(text.slice(at, end), at, end);
		else if (at === from) words.flaw ??= 'There is a space in front of the foundation.';
		else words.flaw ??= 'There are two spaces where one should be.';
		at = end + 1;
	}
	if (at === text.length && at > from) words.flaw ??= 'There is a space at the end of the line.';
	return words;
}

/** What keeps the words from being a candidate, in one sentence, or null. */
function unreadableIn(words: Words): string | null {
	const missing = REQUIRED[words.position];
	if (missing !== undefined) return `The candidate ends before its ${missing}.`;
	if (words.values.foundation === null) return words.flaw;
	const problem = unreadable(words.values);
	if (problem !== null) return problem;
	if (words.keyword !== null) return `“${words.keyword.slice(0, 40)}” has no value.`;
	return words.values['cand-type'] !== null
		? null
		: 'The candidate does not tell its type (typ …).';
}

/**
 * Parses `candidate:…` as an `RTCIceCandidate` has it, and `a=candidate:…` as a description has it.
 * The empty text, which means "no more candidates", gives neither candidate nor problem. Never throws.
 * @see RFC 8839, 5.1; RFC 6544, 4.5
 */
export function parseCandidate(text: string): ParsedCandidate {
	if (text === '') return { fields: [], candidate: null, problem: null };
	const words = readWords(text, skipPrefix(text));
	const { fields, values, extensions } = words;
	const unread = unreadableIn(words);
	if (unread !== null) return { fields, candidate: null, problem: unread };
	const candidate: Candidate = {
		foundation: values.foundation ?? '',
		component: Number(values['component-id']),
		transport: values.transport ?? '',
		priority: Number(values.priority),
		address: values['connection-address'] ?? '',
		port: Number(values.port),
		type: values['cand-type'] ?? '',
		relatedAddress: values['rel-addr'],
		relatedPort: values['rel-port'] === null ? null : Number(values['rel-port']),
		tcpType: values['tcp-type'],
		usernameFragment: values.ufrag,
		extensions
	};
	return { fields, candidate, problem: words.flaw ?? flawOf(candidate) };
}

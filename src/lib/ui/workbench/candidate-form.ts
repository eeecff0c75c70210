import { parseWireCandidate } from '$lib/breaks';
import { explainCandidateField, parseCandidate } from '$lib/ice';

/** The members of a candidate beside its line (webrtc-pc, 4.8.1: `RTCIceCandidateInit`). */
const MEMBERS = ['sdpMid', 'sdpMLineIndex', 'usernameFragment'] as const;
type Member = (typeof MEMBERS)[number];

/** A part of a candidate that is written by itself. */
export interface Field {
	/** As RFC 8839 and webrtc-pc call it. */
	readonly name: string;
	readonly value: string;
	/** What the value says; empty where there is no more to say. */
	readonly meaning: string;
	/** Which word of the line it is, from 0, or which member. */
	readonly at: number | Member;
}

/** What stands in front of the first word. */
const PREFIX = 'candidate:';
/** The words that stand alone (RFC 8839, 5.1); behind them each value has a keyword before it. */
const ALONE = ['foundation', 'component', 'transport', 'priority', 'address', 'port'];

/**
 * The fields of a candidate that is written as JSON, those of its line first.
 *
 * @returns null for a text that is no candidate, and for the empty one that ends the candidates
 */
export function fieldsOf(text: string): Field[] | null {
	let candidate;
	try {
		candidate = parseWireCandidate(text);
	} catch {
		return null;
	}
	const line = candidate.candidate;
	if (line === '') return null;
	const parsed = parseCandidate(line);
	const words = line.split(' ');
	let end = -1;
	const ofLine = words.flatMap((word, at): Field[] => {
		const isFirst = at === 0 && word.startsWith(PREFIX);
		const start = end + 1 + (isFirst ? PREFIX.length : 0);
		end += word.length + 1;
		const isKeyword = at >= ALONE.length && (at - ALONE.length) % 2 === 0;
		if (isKeyword) return [];
		const keyword = words[at - 1] ?? '';
		const name = ALONE[at] ?? (keyword === 'typ' ? 'type' : keyword);
		const value = isFirst ? word.slice(PREFIX.length) : word;
		const field = parsed.fields.find((one) => one.start === start);
		const meaning =
			field && value !== '' ? explainCandidateField(field.name, value, parsed.candidate) : '';
		return [{ name, value, meaning, at }];
	});
	const members = MEMBERS.map((name): Field => {
		return { name, value: `${candidate[name] ?? ''}`, meaning: '', at: name };
	});
	return [...ofLine, ...members];
}

/** The candidate with another value in a field, written as it was; of members an empty one is null. */
export function withField(text: string, at: Field['at'], typed: string): string {
	const candidate = parseWireCandidate(text);
	// A blank would make two words of one.
	const value = typed.replace(/\s/g, '');
	const member = value === '' ? null : at === 'sdpMLineIndex' ? Number(value) : value;
	const words = candidate.candidate.split(' ');
	if (typeof at === 'number') {
		words[at] = at === 0 && words[0]!.startsWith(PREFIX) ? PREFIX + value : value;
	}
	const changed = typeof at === 'number' ? { candidate: words.join(' ') } : { [at]: member };
	return JSON.stringify({ ...candidate, ...changed }, null, '\t');
}

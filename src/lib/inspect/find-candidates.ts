import { parseCandidate } from '../ice';

/** A candidate in a text, with where it stands: `text.slice(start, end)` is its line. */
export interface FoundCandidate {
	/** As it was: `candidate:…` or `a=candidate:…`. */
	readonly text: string;
	/** Offsets in what was pasted; null where it was within JSON. */
	readonly start: number | null;
	readonly end: number | null;
	readonly sdpMid: string | null;
	readonly sdpMLineIndex: number | null;
	/** What is wrong with it, in one sentence; null where nothing is. */
	readonly problem: string | null;
}

// candidate:1 1 udp 2122260223 192.0.2.1 50001 typ host – a foundation, a component, a transport
const CANDIDATE = /(?:a=)?candidate:[^\s"'`\\]{1,64} +\d{1,3} +[A-Za-z][^\r\n"'`\\,}]*/g;

/** All candidates in a text, in order. Linear in its length. */
export function findCandidates(text: string): FoundCandidate[] {
	return [...text.matchAll(CANDIDATE)].map((match) => {
		const line = match[0].trimEnd();
		return candidateAs(line, { start: match.index, end: match.index + line.length });
	});
}

/** A candidate with what is known of it. */
export function candidateAs(
	text: string,
	known: Partial<Pick<FoundCandidate, 'start' | 'end' | 'sdpMid' | 'sdpMLineIndex'>> = {}
): FoundCandidate {
	return {
		text,
		start: null,
		end: null,
		sdpMid: null,
		sdpMLineIndex: null,
		...known,
		problem: parseCandidate(text).problem
	};
}

import type { FoundCandidate } from './find-candidates';
import type { FoundDescription } from './find-descriptions';

/** What of the parts of a call stands in a text. */
export interface FoundParts {
	readonly descriptions: FoundDescription[];
	readonly candidates: FoundCandidate[];
}

/** A line that looks like SDP or a candidate, and is in none of the parts. */
export interface Leftover {
	/** In what was pasted, in UTF-16 code units; null where it was within JSON. */
	readonly offset: number | null;
	readonly text: string;
}

/** The parts of a text, and what looks like some and is none. */
export interface Parts extends FoundParts {
	readonly unused: Leftover[];
}

export function noParts(): Parts {
	return { descriptions: [], candidates: [], unused: [] };
}

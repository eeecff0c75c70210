import type { ToldServer } from '../diagnose';
import type { TraceFile } from '../trace/file';
import type { Dump } from './dump';
import type { FoundDescription } from './find-descriptions';
import type { FoundCourse } from './find-told';
import type { FoundPair } from './find-pairs';
import type { FoundWords } from './find-words';
import type { Note } from './notes';
import type { Owners } from './owners';
import type { ExchangePlaces } from './open-offers';
import type { FoundParts } from './parts';

/** A line that looks like SDP or a candidate and was not used. */
export interface UnusedLine {
	/** In what was pasted, from 1; null where it was within JSON and written otherwise. */
	readonly line: number | null;
	readonly text: string;
}

/** The parts of a call, and what is said of how they were copied. */
export interface RecognisedParts extends FoundParts {
	/** Of each candidate the places of the descriptions that it belongs to. */
	readonly owners: Owners;
	/** Pairs of candidates that a page or a log tells of. */
	readonly pairs: readonly FoundPair[];
	/** What it tells of how the call went. */
	readonly course: FoundCourse;
	/** Errors, and what browsers, servers and libraries wrote besides. */
	readonly words: readonly FoundWords[];
	/** Servers of ICE that a program or a message names. */
	readonly servers: readonly ToldServer[];
	/** What `getStats()` gave, where that stands beside them. */
	readonly statistics?: Dump | null;
	readonly notes: readonly Note[];
	readonly unused: readonly UnusedLine[];
	/** All offers that were answered, by their places among the descriptions. */
	readonly exchanges: readonly ExchangePlaces[];
	/** Whether two offers cross (RFC 9429, 4.1.10.2). */
	readonly glare: boolean;
	/** Where these two are among the descriptions. */
	readonly crossed: ExchangePlaces | null;
}

/** What a text is. `sentence` says it to a person. */
export type Recognised = { readonly sentence: string } & (
	| ({ readonly kind: 'description' } & RecognisedParts)
	| ({
			readonly kind: 'exchange';
			/** Of the first exchange. */
			readonly offer: FoundDescription;
			readonly answer: FoundDescription;
	  } & RecognisedParts)
	| ({ readonly kind: 'candidates' } & RecognisedParts)
	/** Pairs alone, as the table of about:webrtc has them. */
	| ({ readonly kind: 'pairs' } & RecognisedParts)
	/** Nothing of a call but its states, and what a browser said. */
	| ({ readonly kind: 'told' } & RecognisedParts)
	| { readonly kind: 'trace'; readonly file: TraceFile }
	| { readonly kind: 'webrtc-internals'; readonly dump: Dump }
	| { readonly kind: 'rtcstats'; readonly dump: Dump }
	/** What `getStats()` gave, and nothing else. */
	| { readonly kind: 'statistics'; readonly dump: Dump }
	/** Dumps that were merged. */
	| { readonly kind: 'several'; readonly dump: Dump }
	| {
			readonly kind: 'unknown';
			/** Where understanding stopped, in UTF-16 code units; null where no place can be named. */
			readonly offset: number | null;
	  }
);

/** What could have been understood. */
export const EXPECTED =
	'Expected is SDP, ICE candidates, a Parley trace, or a dump of webrtc-internals or rtcstats';

/** A text that was not understood, and why. */
export function unknown(sentence: string, offset: number | null): Recognised {
	return { kind: 'unknown', sentence, offset };
}

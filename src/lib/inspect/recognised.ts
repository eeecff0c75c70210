import type { TraceFile } from '../trace/file';
import type { Dump } from './dump';
import type { FoundCandidate } from './find-candidates';
import type { FoundDescription } from './find-descriptions';
import type { FoundParts } from './find-in-json';

/** What a text is. `sentence` says it to a person. */
export type Recognised = { readonly sentence: string } & (
	| ({ readonly kind: 'description' } & FoundParts)
	| ({
			readonly kind: 'exchange';
			readonly offer: FoundDescription;
			readonly answer: FoundDescription;
	  } & FoundParts)
	| { readonly kind: 'candidates'; readonly candidates: FoundCandidate[] }
	| { readonly kind: 'trace'; readonly file: TraceFile }
	| { readonly kind: 'webrtc-internals'; readonly dump: Dump }
	| { readonly kind: 'rtcstats'; readonly dump: Dump }
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

/** A number of things in words. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return count === 1 ? `one ${one}` : `${count} ${many}`;
}

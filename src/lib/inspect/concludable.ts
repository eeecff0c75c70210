import type { ToldAlone, ToldCourse, ToldPair, ToldServer } from '../diagnose';
import type { Dump } from './dump';
import type { FoundCandidate } from './find-candidates';
import type { FoundDescription } from './find-descriptions';
import type { Owners } from './owners';

/** A candidate with what is known of it. */
type LooseCandidate = Pick<FoundCandidate, 'text'> & Partial<FoundCandidate>;

/** What was found, as far as something is concluded from it. */
export interface Concludable {
	readonly descriptions: readonly FoundDescription[];
	/** Where among the descriptions each offer and its answer are. */
	readonly exchanges: readonly (readonly [offer: number, answer: number])[];
	/** Where two offers are that cross. */
	readonly crossed?: readonly [one: number, other: number] | null;
	/** Candidates that came beside. */
	readonly candidates?: readonly LooseCandidate[];
	/** Of each of them the places of the descriptions that it belongs to. */
	readonly owners?: Owners;
	/** What getStats() gave, where that stands beside them. */
	readonly statistics?: Dump | null;
	/** Pairs of candidates, with what became of them. */
	readonly pairs?: readonly ToldPair[];
	/** What is told of how the call went. */
	readonly course?: ToldCourse;
	/** Servers of ICE that it names. */
	readonly servers?: readonly ToldServer[];
	/** Errors, and what browsers, servers and libraries wrote besides. */
	readonly words?: ToldAlone['words'];
}

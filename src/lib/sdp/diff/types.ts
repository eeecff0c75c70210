import type { Line } from '../description';
import type { Browser, Rule } from './refusals';

/** How two descriptions are related. */
export type Relation = 'revision' | 'answer';

/**
 * What became of something.
 * Between two versions: `added`, `removed`, `changed`. Between offer and answer: `kept` as offered,
 * `narrowed` to less, `refused`, `settled` where the offer left a choice, `wrong` where the answer
 * breaks a rule.
 */
export type Verdict =
	'added' | 'removed' | 'changed' | 'kept' | 'narrowed' | 'refused' | 'settled' | 'wrong';

/** One thing that differs or was negotiated. */
export interface Finding {
	/** An attribute's name, a line's letter, or `codecs`, `header extensions`, `direction`, … */
	readonly about: string;
	readonly verdict: Verdict;
	/** One or two sentences. */
	readonly meaning: string;
	/** The lines it is read from; null where one side has none. */
	readonly before: Line | null;
	readonly after: Line | null;
	/** The rule of offer and answer that it concerns, where it is known what browsers do about it. */
	readonly rule?: Rule;
}

/**
 * What became of a section. Between two versions: `same`, `changed`, `added`, `removed`. Between
 * offer and answer: `accepted`, `narrowed`, `rejected` (port 0), `wrong` where it breaks a rule,
 * `missing`, `unasked`.
 */
export type Outcome =
	| 'same'
	| 'changed'
	| 'added'
	| 'removed'
	| 'accepted'
	| 'narrowed'
	| 'rejected'
	| 'wrong'
	| 'missing'
	| 'unasked';

export interface SectionDiff {
	/** Position among the m= sections, from 0. */
	readonly index: number;
	readonly mid: string | null;
	/** `audio`, `video`, `application`, … */
	readonly kind: string;
	readonly outcome: Outcome;
	/** One sentence. */
	readonly summary: string;
	readonly findings: readonly Finding[];
}

export interface DescriptionDiff {
	readonly relation: Relation;
	/** What is seen at a glance; for an answer that browsers refuse, this first. */
	readonly summary: string;
	/** The browsers that refuse the answer as a whole; none for a revision. */
	readonly refusedBy: readonly Browser[];
	/** What concerns the connection as a whole. */
	readonly session: readonly Finding[];
	readonly sections: readonly SectionDiff[];
}

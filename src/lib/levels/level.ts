import type { Fault } from '../breaks/fault.ts';
import type { PeerName } from '../trace/entry.ts';

/** A step is performed later or earlier than in its lesson: behind another one. */
export interface Misplaced {
	do: 'move';
	step: string;
	behind: string;
}

/** What a level is seeded with: with the call, or with its order. */
export type LevelFault = Fault | Misplaced;

/** One of the forms that a level takes: which it is depends on its seed. */
export interface Variation {
	/** Nothing is wrong with a call in which something is to be brought about. */
	faults: readonly LevelFault[];
	/** Whom the level is about, where it says `{peer}` and, of the other one, `{other}`. */
	peer?: PeerName;
}

/** `find`: a call fails, and the cause is to be found and mended. `make`: something is to be brought about. */
export const KINDS = ['find', 'make'] as const;
export type LevelKind = (typeof KINDS)[number];

/** A level: a lesson’s call with a fault or a goal. Texts are HTML, made when the site is built. */
export interface Level {
	/** What it is called: `dtls/one-digit`. */
	slug: string;
	/** The slug of its topic. */
	topic: string;
	title: string;
	kind: LevelKind;
	/** What it is about, in a sentence that gives nothing away. */
	summary: string;
	/** The lesson whose steps it performs. */
	lesson: string;
	/** The step before which it opens; null where all of them are performed. */
	opens: string | null;
	/** What is to be known at first. */
	told: string;
	/** What is to be done, in a sentence. */
	task: string;
	/** The name of what says when it is reached. */
	goal: string;
	/** One at least. */
	variations: readonly Variation[];
	/** What mending is; null where something is to be brought about. */
	mend: string | null;
	/** Each says more than the one before; three at most. */
	hints: readonly string[];
	/** What was the matter, and what follows from it: to be read afterwards, and again. */
	after: string;
}

/** Levels of one subject, from easy to sly. */
export interface Topic {
	slug: string;
	title: string;
	/** What they are about, in a sentence. */
	about: string;
	levels: readonly Level[];
}

/** A level as it stands in a list. */
export type ListedLevel = Pick<Level, 'slug' | 'title' | 'summary'>;

/** A topic as a list has it. */
export interface ListedTopic extends Pick<Topic, 'slug' | 'title' | 'about'> {
	levels: readonly ListedLevel[];
}

/** The form that a level takes for a seed: any whole number. */
export function variationOf({ variations }: Pick<Level, 'variations'>, seed: number): Variation {
	const count = variations.length;
	return variations[((seed % count) + count) % count]!;
}

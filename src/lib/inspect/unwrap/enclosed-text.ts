import type { Description } from '../../trace';

/** A text that stands in another one in a code, with where the code stands. */
export interface Enclosed {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** What is known of a code by where it stands. */
export interface Typed {
	/** Of the description in it, as a table states it beside it or above; null where it does not. */
	readonly type: Description['type'] | null;
}

/** Two descriptions that somebody compared, the one before and the one after, in the lines of both. */
export interface Compared extends Enclosed {
	/** Whether lines are left out that both have in common; not there where only one of them is, and nothing is compared. */
	readonly isPart?: boolean;
}

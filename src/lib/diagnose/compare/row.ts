import type { PeerName } from '../../trace';
import type { Role } from './roles';

/** How two recordings differ in a row, where it matters. */
export type Difference =
	/** It happens in one of them and never in the other. */
	| 'in one alone'
	/** It has another value. */
	| 'another value'
	/** It comes far later in one of them. */
	| 'far later';

/** What a recording tells of a row. */
export interface Moment {
	/** Milliseconds since the first offer; null where it never happened. */
	readonly since: number | null;
	/** The entry that shows it, or the one that shows why it never came; null where there is none. */
	readonly seq: number | null;
	/** A value that it has, or why it never came; null where there is nothing to say. */
	readonly value: string | null;
	/** Whether the recording would tell it. */
	readonly isTold: boolean;
}

/** A milestone or a value of both recordings. */
export interface Row {
	/** A stable name with dots: `compare.remote-candidate`. */
	readonly id: string;
	/** Whose it is; null where it is of both ends. */
	readonly role: Role | null;
	/** `The offerer adds a candidate of the other side`. */
	readonly title: string;
	readonly one: Moment;
	readonly other: Moment;
	/** null where it does not matter, or there is none. */
	readonly difference: Difference | null;
}

/** A recording that is compared. */
export interface Compared {
	/** When its first offer was there, in milliseconds since the Unix epoch; null where there was none. */
	readonly offeredAt: number | null;
	/** The entry of the first offer. */
	readonly offeredBy: number | null;
	/** From when its times count: the first offer, else its first entry. */
	readonly origin: number;
	readonly attempt: number;
	/** What became of the call, in one sentence; null where there is no connection. */
	readonly verdict: string | null;
	/** Which peer has which role, of those that are compared. */
	readonly peers: Readonly<Partial<Record<Role, PeerName>>>;
}

/** The first difference that matters. */
export interface FirstDifference {
	readonly id: string;
	/** One sentence, which names both values. */
	readonly sentence: string;
	readonly one: number | null;
	readonly other: number | null;
}

/** Two recordings side by side. */
export interface Comparison {
	readonly one: Compared;
	readonly other: Compared;
	/** In the order in which things happen. */
	readonly rows: readonly Row[];
	/** null where nothing that matters differs. */
	readonly first: FirstDifference | null;
}

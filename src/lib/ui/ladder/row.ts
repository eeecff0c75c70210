import type { Deed, Told } from '../../breaks';
import type { AttemptReason, ErrorData, PeerName } from '../../trace';

interface Base {
	/** Distinguishes the row from all others, and stays the same when entries are added. */
	key: string;
	/** Whose row it is; null where it is of both. */
	peer: PeerName | null;
	/** The entry that made the row. */
	seq: number;
	/** All entries that the row stands for, oldest first. */
	members: number[];
	attempt: number;
	/** Whether fresh peers have been made since. */
	earlier: boolean;
	/** The step that had begun last. */
	step?: string | undefined;
	/** Milliseconds since its attempt began. */
	since: number;
	/** What is written beside the lifeline. */
	label: string;
	/** What is written where there is no room for the label. */
	short?: string;
}

/** An API call, with its result or error. */
export interface CallRow extends Base {
	kind: 'call';
	peer: PeerName;
	name: string;
	status: 'pending' | 'resolved' | 'rejected';
	/** The entry by which it was settled. */
	settled?: number;
	/** Milliseconds from call to settlement. */
	took?: number;
	error?: ErrorData;
}

/** One event, or several of a kind in a row. */
export interface EventRow extends Base {
	kind: 'event';
	peer: PeerName;
	name: string;
	/** How many; the end of gathering is not counted. */
	count: number;
	/** Whether the last of them was the end of gathering. */
	ends: boolean;
}

/** One state that changed, or several that changed to the same value. */
export interface StateRow extends Base {
	kind: 'state';
	peer: PeerName;
	states: string[];
	value: string;
}

/** A message leaves. */
export interface SentRow extends Base {
	kind: 'sent';
	peer: PeerName;
	message: string;
	/** The entry of its delivery; undefined while it waits on the wire. */
	delivered?: number;
	/** The entry by which it was lost on its way. */
	dropped?: number;
}

/** Something is done to a message that waits by whoever carries it. */
export interface AlteredRow extends Base {
	kind: 'altered';
	/** Whom it is for. */
	peer: PeerName;
}

/** A message arrives. */
export interface DeliveredRow extends Base {
	kind: 'delivered';
	peer: PeerName;
	message: string;
	/** The entry by which it was sent. */
	sent?: number;
	/** Milliseconds that it waited on the wire. */
	waited?: number;
}

/** Something that only `getStats()` tells, seen for the first time. */
export interface MilestoneRow extends Base {
	kind: 'milestone';
	peer: PeerName;
}

/** The browser gave the connection up. */
export interface LostRow extends Base {
	kind: 'lost';
	peer: PeerName;
	explanation: string;
}

/** A step begins. */
export interface StepRow extends Base {
	kind: 'step';
	step: string;
}

/** A step was refused. */
export interface RefusedRow extends Base {
	kind: 'refused';
	step: string;
	error?: ErrorData;
}

/** Somebody does something to the call beside its steps, or is refused it. */
export interface DeedRow extends Base {
	kind: 'deed';
	/** What was done; null where that is not known, and where this row tells that it was refused. */
	deed: Deed | null;
	told: Told;
	/** The step that it is about. */
	about?: string | undefined;
	error?: ErrorData;
}

/** Fresh peers begin. */
export interface AttemptRow extends Base {
	kind: 'attempt';
	reason: AttemptReason;
	/** How many entries the attempt has. */
	count: number;
}

/** Stands for an earlier attempt, or for what the lesson builds on, and opens it. */
export interface FoldRow extends Base {
	kind: 'fold';
	/** The last step of what the lesson builds on, whose title says how far that goes. */
	upTo?: string;
	open: boolean;
	count: number;
}

/** One line of the ladder. */
export type Row =
	| CallRow
	| EventRow
	| StateRow
	| SentRow
	| AlteredRow
	| DeliveredRow
	| MilestoneRow
	| LostRow
	| StepRow
	| RefusedRow
	| DeedRow
	| AttemptRow
	| FoldRow;

/** The entry that a click on the row selects. */
export function lastMember(row: Row): number {
	return row.members.at(-1) ?? row.seq;
}

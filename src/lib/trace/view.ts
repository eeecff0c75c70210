import type { ErrorData, Json, PeerName } from './entry';
import type { PeerView } from './view-peer';

/** An API call and how it was settled. */
export interface CallView {
	seq: number;
	peer: PeerName | null;
	name: string;
	step?: string;
	at: number;
	args: Json;
	status: 'pending' | 'resolved' | 'rejected';
	/** Milliseconds from call to settlement. */
	took?: number;
	result?: Json;
	error?: ErrorData;
}

/** The lines in which a message is another one than that which was sent. */
export interface Differences {
	/** Those that its sender wrote, and that it has no more. */
	removed: string[];
	/** Those that came in their place. */
	added: string[];
}

/** What whoever carries a message has made of it. */
export interface Alteration extends Differences {
	/** The entry by which it was altered last. */
	seq: number;
	/** What its sender had said. */
	sent: Json;
}

/** A signaling message: on its way from `sent`, with its receiver from `delivered`. */
export interface WireMessage {
	id: number;
	from: PeerName;
	to: PeerName;
	/** What it says now. */
	message: Json;
	sent: number;
	sentAt: number;
	/** What became of it on its way, where it is not any more what was sent. */
	altered?: Alteration;
	/** The entry by which all others that waited came before it. */
	postponed?: number;
	/** It is the same message once more, since this entry. */
	repeated?: number;
	/** The entry by which it was lost. */
	dropped?: number;
	delivered?: number;
	deliveredAt?: number;
}

/** A step that was begun. */
export interface StepView {
	id: string;
	begin: number;
	status: 'pending' | 'done' | 'failed';
	end?: number;
	error?: ErrorData;
}

/** Something that somebody did to the call, and that is no step of it. */
export interface DeedView {
	seq: number;
	/** What it is called: that which was done. */
	name: string;
	/** What was done, to what. */
	deed: Json;
	/** What the browser said, where it refused. */
	error?: ErrorData;
}

/** Why fresh peers were made. */
export type AttemptReason =
	| 'start'
	| 'deep-link'
	| 'restart'
	| 'run-to'
	| 'lost'
	| 'retry'
	| 'source'
	| 'seat'
	| 'recorded'
	| 'live'
	| 'undone';

/** What is known of a pair that the browser gave up. */
export interface Lost {
	seq: number;
	peer: PeerName;
	/** A plain sentence or two: what the browser did, and why. */
	explanation: string;
}

/** Everything that is on the screen at one moment of the trace. */
export interface SessionView {
	/** How many entries this is the view of. */
	length: number;
	attempt: number;
	reason: AttemptReason;
	/** What had happened to the attempt before, where fresh peers were made because of it. */
	because: string | null;
	peers: Record<PeerName, PeerView>;
	wire: WireMessage[];
	calls: CallView[];
	steps: StepView[];
	/** What was done to the call of these peers beside its steps. */
	deeds: DeedView[];
	lost: Lost | null;
}

/** How many steps were performed to their end. */
export function stepsDone(view: SessionView): number {
	return view.steps.filter((step) => step.status === 'done').length;
}

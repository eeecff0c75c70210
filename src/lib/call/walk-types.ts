import type { Deed, Fault } from '../breaks';
import type { Course } from '../lessons/course';
import type { Source } from '../steps/step';
import type { AttemptReason, PeerName } from '../trace';
import type { PeerReport, StepError } from './events';
import type { Moment } from './moments';

/** How fast Play goes: twice is half the time at each moment. */
export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** How fast somebody reads, in words a minute. */
export const PACES = [120, 160, 200, 250, 320, 600] as const;
/** Of somebody who looks at the pictures and reads nothing. */
export const GLANCING = 100_000;
export type Pace = (typeof PACES)[number] | typeof GLANCING;
/** Of a text that is to be understood, not only read (Brysbaert 2019 has 238 for prose). */
export const USUAL_PACE: Pace = 200;

/** Whether the call goes on from a replay by itself: to the next moment, with its step. */
type Then = 'stay' | 'advance';

export interface WalkInput {
	/** What is performed. */
	course: Course;
	moments: Moment[];
	/** The moment to begin at; the steps before it are performed first. */
	at: number;
	sources: Record<PeerName, Source>;
	speed: Speed;
	/** The usual one, unless it is said. */
	pace?: Pace;
	/** Whose seat is empty; nobody’s, unless it is said. */
	absent?: PeerName[];
	/** What is wrong with the call from the beginning, and is to be found; nothing, unless it is said. */
	faults?: readonly Fault[];
}

/** A deed, and after how many steps it was done. */
export interface DoneDeed {
	deed: Deed;
	done: number;
}

/** Plain data only: the real peers live in actors. */
export interface WalkContext {
	course: Course;
	moments: Moment[];
	/** The moment that is being read. */
	at: number;
	/** How many steps this attempt has performed. */
	done: number;
	/** How many steps a replay performs before it stops. */
	goal: number;
	then: Then;
	/** Why the present peers were made. */
	reason: AttemptReason;
	/** Who still performs the step that is under way. */
	waiting: PeerName[];
	/** The peers cannot go on as they are: the next press makes fresh ones. */
	stale: 'lost' | 'failed' | null;
	error: { peer: PeerName; step: string; error: StepError } | null;
	/** What somebody did to the call beside its steps, in order; fresh peers have it done to them again. */
	deeds: DoneDeed[];
	/** How many of them were done to the present peers. */
	applied: number;
	sources: Record<PeerName, Source>;
	speed: Speed;
	pace: Pace;
	/** Whose seat is empty, where each peer is in a tab of its own. */
	absent: PeerName[];
	/** An entry of the trace that is looked at instead of the moment; null for none. */
	cursor: number | null;
}

export type WalkEvent =
	| { type: 'begin' }
	| { type: 'next' }
	| { type: 'back' }
	| { type: 'restart' }
	| { type: 'play' }
	| { type: 'pause' }
	| { type: 'speed.choose'; speed: Speed }
	| { type: 'pace.choose'; pace: Pace }
	| { type: 'go.to'; at: number }
	| { type: 'run.to'; at: number }
	| { type: 'source.choose'; peer: PeerName; source: Source }
	/** The test pattern takes the place of a camera that is lost, and the call goes on. */
	| { type: 'source.replace'; peer: PeerName }
	/** Steps that are yet to be performed use this source; what is performed stays as it is. */
	| { type: 'source.prepare'; peer: PeerName; source: Source }
	/** A recorded call takes the place of the peers, or fresh peers take its place again. */
	| { type: 'recording.choose'; isOn: boolean }
	| { type: 'cursor.set'; seq: number | null }
	/** Somebody does something to the call beside its steps. */
	| { type: 'deed.do'; deed: Deed }
	/** What was done last is not done to fresh peers. */
	| { type: 'deed.undo' }
	| { type: 'retry' }
	| { type: 'dismiss' }
	| { type: 'seat.left'; peer: PeerName }
	| { type: 'seat.taken'; peer: PeerName }
	/** The walk was taken over from another tab, and the peers that it had there are no more. */
	| { type: 'peers.gone' }
	| PeerReport;

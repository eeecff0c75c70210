import { PEER_NAMES, type PeerName, type TraceEntry } from '../../trace/entry.ts';
import { NAMES } from '../../trace/names.ts';
import type { SessionView } from '../../trace/view.ts';
import { stateOf, type PeerView } from '../../trace/view-peer.ts';

/** Where a call stands that is held against a goal. */
export interface Standing {
	/** Of the present attempt. */
	view: SessionView;
	/** At least those of the view. */
	entries: readonly TraceEntry[];
	/** Whether all steps of the level are gone through. */
	isGoneThrough: boolean;
	/** Whom the goal is about, where it is about one. */
	peer: PeerName | undefined;
}

/** One of the things that a goal asks for, as a sentence that is true once it is met. */
export interface Condition {
	wanted: string;
	isMet: boolean;
	/** How it is instead, in words; undefined where there is no more to say than that it is not so. */
	now?: string | undefined;
	/** It cannot be met in this call any more. */
	isLost?: boolean;
}

/** That a goal is reached, and what proves it. */
export interface Reached {
	/** A sentence, from this call. */
	proof: string;
	/** The entry that proves it: its `seq`. */
	seq: number;
}

/** How far a call is from a goal. */
export interface Outcome {
	/** What is asked for, in the order in which one comes to it. */
	conditions: readonly Condition[];
	/** Null until all of it is met at once. */
	reached: Reached | null;
}

/** Says how far a call is from what a level asks for. */
export type Goal = (standing: Standing) => Outcome;

/** What a goal says: it is reached where all of its conditions are met. @param prove what proves it then */
export function outcome(conditions: readonly Condition[], prove: () => Reached): Outcome {
	return { conditions, reached: conditions.every(({ isMet }) => isMet) ? prove() : null };
}

/** What most goals end with: all steps are performed, and both connections are up. */
export function throughAndConnected({ view: { peers }, isGoneThrough }: Standing): Condition[] {
	const states = PEER_NAMES.map((name) => stateOf(peers[name], 'connectionState'));
	return [
		{ wanted: 'Every step is gone through.', isMet: isGoneThrough },
		{
			wanted: 'Both are connected.',
			isMet: states.every((state) => state === 'connected'),
			now: each((name) => stateOf(peers[name], 'connectionState') ?? 'without a connection')
		}
	];
}

/** The entry by which the later of two connected peers was. */
export function connectedAt({ view: { peers } }: Standing): number {
	return latest(PEER_NAMES.map((name) => peers[name].milestones.connected));
}

/** The last of some entries, of which one that is missing is no earlier than the first. */
export const latest = (seqs: readonly (number | undefined)[]) =>
	Math.max(...seqs.map((seq) => seq ?? 0));

/** What each of the two is or has, in words: `John new, Jane connected`. */
export const each = (say: (name: PeerName) => string) =>
	PEER_NAMES.map((name) => `${NAMES[name]} ${say(name)}`).join(', ');

/** Whether something is so of both. */
export const both = (peers: SessionView['peers'], is: (peer: PeerView) => boolean) =>
	PEER_NAMES.every((name) => is(peers[name]));

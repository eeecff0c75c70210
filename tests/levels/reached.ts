import { GOALS, type Outcome, type Reached } from '../../src/lib/levels';
import { reduce, type PeerName, type TraceEntry } from '../../src/lib/trace';
import { altered, beside } from '../predict/recorded';

export type Entries = readonly TraceEntry[];

interface Held {
	peer?: PeerName;
	isGoneThrough?: boolean;
}

const outcomeOf = (
	goal: string,
	entries: Entries,
	{ peer, isGoneThrough = true }: Held = {}
): Outcome => GOALS[goal]!({ view: reduce(entries), entries, isGoneThrough, peer });

/** How a goal was reached; null where it is not. */
export const reached = (goal: string, entries: Entries, held: Held = {}): Reached | null =>
	outcomeOf(goal, entries, held).reached;

/** What is not met, as it is read: what is asked for, and how it is instead. */
export const missing = (goal: string, entries: Entries, held: Held = {}): string[] =>
	outcomeOf(goal, entries, held)
		.conditions.filter(({ isMet }) => !isMet)
		.map(({ wanted, now, isLost }) => [wanted, now, isLost && 'lost'].filter(Boolean).join(' | '));

/** An entry by which a peer comes into these states. */
export const changed = (peer: PeerName, data: Record<string, string>) =>
	({ kind: 'changed', name: Object.keys(data).join(' '), peer, data }) as const;

/** The same with more behind the last entry. */
export const and = (entries: Entries, ...more: readonly Parameters<typeof beside>[1][]): Entries =>
	altered(entries, (entry) =>
		entry === entries.at(-1) ? [entry, ...more.map((one) => beside(entry, one))] : entry
	);

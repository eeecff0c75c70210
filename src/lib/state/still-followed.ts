import type { Walk } from '$lib/call/walk';
import { EMPTY_VIEW, type SessionView, type TraceEntry } from '$lib/trace';

/** Views of a trace: each of the first so many of its entries. */
export interface ViewsOf {
	of(entries: readonly TraceEntry[], length: number): SessionView;
}

/** The masked side of a walk, as `Masking` gives it. */
export interface Masked {
	readonly views: ViewsOf;
	open(entries: readonly TraceEntry[]): readonly TraceEntry[];
	shown(entries: readonly TraceEntry[]): readonly TraceEntry[];
	isBehind(entries: readonly TraceEntry[]): boolean;
	whole(entries: readonly TraceEntry[], between?: () => void): Promise<readonly TraceEntry[]>;
}

/** A walk, what subscribes its readers to it, and the views of its trace. */
export interface Followed {
	walk: Walk;
	/** Subscribes whatever reads this to everything that happens in the walk. */
	follow: () => void;
	/** Tells the readers at once, not with the next frame: a press is answered where it was made. */
	tellNow: () => void;
	views: ViewsOf;
	/** The same with addresses and credentials masked. */
	masking: Masked;
}

/** A walk in which nothing happens: it has no trace, and what folds one need not be there. */
export function stillFollowed(walk: Walk): Followed {
	const views = { of: () => EMPTY_VIEW };
	const open = (entries: readonly TraceEntry[]) => entries;
	return {
		walk,
		follow() {},
		tellNow() {},
		views,
		masking: {
			views,
			open,
			shown: open,
			isBehind: () => false,
			whole: (entries) => Promise.resolve(entries)
		}
	};
}

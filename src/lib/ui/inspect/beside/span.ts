import type { Compared, Comparison } from '$lib/diagnose';
import type { PeerStats, TraceEntry } from '$lib/trace';
import type { Span } from '../../graphs/plot';

/** The seconds since the first offer in which either recording has statistics; null where none has. */
export function spanOf(
	{ one, other }: Comparison,
	entries: readonly TraceEntry[],
	others: readonly TraceEntry[]
): Span | null {
	let [from, to] = [0, -Infinity];
	const widen = (all: readonly TraceEntry[], { attempt, origin }: Compared) => {
		for (const entry of all) {
			if (entry.kind !== 'stats' || entry.attempt !== attempt) continue;
			const { at } = entry.data as unknown as PeerStats;
			const since = (at - origin) / 1000;
			from = Math.min(from, since);
			to = Math.max(to, since);
		}
	};
	widen(entries, one);
	widen(others, other);
	return to > from ? [from, to] : null;
}

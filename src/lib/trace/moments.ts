import type { TraceEntry } from './entry';

/**
 * How long the prefix of the trace is that shows an attempt with exactly `steps` steps performed,
 * with everything that arrived late because of them: up to where the next step began.
 *
 * @returns the number of entries; all of them where no further step was begun
 */
export function prefixAfter(
	entries: readonly TraceEntry[],
	attempt: number,
	steps: number
): number {
	const begun = new Set<string>();
	for (const entry of entries) {
		if (entry.attempt !== attempt || entry.kind !== 'step' || entry.name !== 'begin') continue;
		begun.add((entry.data as { id: string }).id);
		if (begun.size > steps) return entry.seq;
	}
	return entries.length;
}

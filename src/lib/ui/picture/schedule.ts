import type { TraceEntry } from '$lib/trace';

/** Milliseconds that a recorded call waits at most between two entries: nobody reads in it. */
const LONGEST = 500;

/**
 * When the entries of a recorded call come, if it is played: as they came, without the time in which
 * somebody read.
 *
 * @returns milliseconds since the beginning, one for each entry, never falling
 */
export function scheduleOf(entries: readonly TraceEntry[]): number[] {
	let now = 0;
	return entries.map(({ at }, index) => {
		const before = entries[index - 1]?.at ?? at;
		now += Math.min(LONGEST, Math.max(0, at - before));
		return now;
	});
}

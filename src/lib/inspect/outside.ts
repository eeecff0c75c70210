import type { FoundCandidate } from './find-candidates';
import type { Range } from './leftovers';

/** Those that are in none of the parts that were taken. Both are in order. */
export function outside(
	candidates: readonly FoundCandidate[],
	taken: readonly Range[]
): FoundCandidate[] {
	let next = 0;
	return candidates.filter(({ start }) => {
		while (next < taken.length && taken[next]![1] <= start!) next += 1;
		return !(next < taken.length && taken[next]![0] <= start!);
	});
}

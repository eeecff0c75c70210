import { nextTurn } from '$lib/call/next-turn';
import type { Work } from '$lib/trace/work';

/** Milliseconds after which others have their turn: half a frame. */
const SLICE = 8;

/** Does a work until its end, or until the slice is over. @returns its end; null where it is not reached */
export function oneSlice<T>(work: Work<T>): { value: T } | null {
	const end = performance.now() + SLICE;
	do {
		const { done, value } = work.next();
		if (done) return { value };
	} while (performance.now() < end);
	return null;
}

/**
 * Does a work in slices, between which the page answers and paints.
 *
 * @param between called between two of them
 * @returns what it came to
 */
export async function inSlices<T>(work: Work<T>, between?: () => void): Promise<T> {
	for (;;) {
		const end = oneSlice(work);
		if (end) return end.value;
		between?.();
		await nextTurn();
	}
}

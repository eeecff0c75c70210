import { findDiffs } from './diff';
import type { Compared } from './enclosed-text';
import { findOtherDiffs } from './other-diffs';
import { findSideBySide } from './side-by-side';

/** What somebody compared in a text, in order, none in another. Linear. */
export function findCompared(text: string): Compared[] {
	const all = [...findOtherDiffs(text), ...findDiffs(text), ...findSideBySide(text)];
	let end = 0;
	return all
		.sort((one, other) => one.start - other.start)
		.filter((one) => {
			// One half of what `diff -c` writes looks like a diff by itself.
			if (one.start < end) return false;
			end = one.end;
			return true;
		});
}

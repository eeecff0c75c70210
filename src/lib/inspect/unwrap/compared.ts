import { findDiffs } from './diff';
import type { Compared } from './enclosed-text';
import { findSideBySide } from './side-by-side';

/** What somebody compared in a text, in order. Linear. */
export function findCompared(text: string): Compared[] {
	return [...findDiffs(text), ...findSideBySide(text)].sort((a, b) => a.start - b.start);
}

import type { TraceEntry } from '../../trace';
import { ladderRows } from './layout';
import { spokenWords } from './row-phrases';

/**
 * What happened last, in the words of its row.
 *
 * @param length how many entries have happened at the moment that is shown
 * @param titles step id to the title of its slide
 * @returns null where nothing has
 */
export function newestWords(
	entries: readonly TraceEntry[],
	length: number,
	titles: Record<string, string>
): string | null {
	const row = ladderRows(entries.slice(0, length)).findLast(({ kind }) => kind !== 'attempt');
	return row ? spokenWords(row, titles) : null;
}

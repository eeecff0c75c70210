import type { FoundCandidate } from './find-candidates';
import type { FoundDescription } from './find-descriptions';
import type { Range } from './leftovers';
import { realEndFrom } from './unwrap/read-line';
import { remarkOf } from './unwrap/remarks';

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

/**
 * The parts of a text that a description was read from: all of it, but for the lines of others within, in which
 * candidates may stand. What a person commented out is none.
 */
export function readFrom(
	text: string,
	{ start, end, remarks }: Pick<FoundDescription, 'start' | 'end' | 'remarks'>
): Range[] {
	const ranges: Range[] = [];
	let from = start!;
	for (const at of remarks) {
		const line = realEndFrom(text, at);
		const isWhole = /[\r\n]/.test(text[at - 1] ?? '\n');
		if (at < from || !isWhole || remarkOf(text.slice(at, line.end)) !== null) continue;
		ranges.push([from, at]);
		from = line.end;
	}
	return [...ranges, [from, end!]];
}

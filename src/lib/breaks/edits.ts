import type { LineEdit } from './deed.ts';
import { linesOf, type TextLine } from './lines.ts';

/** So many pairs of lines are compared; where there are more, all between is one change. */
const MOST_PAIRS = 1_000_000;

/**
 * What makes the lines of one text those of another: as few lines as possible. What ends the lines is
 * not compared.
 * @returns the changes from the top down; none touches the next
 */
export function editsBetween(before: string, after: string): LineEdit[] {
	const old = linesOf(before).map(({ text }) => text);
	const now = linesOf(after).map(({ text }) => text);
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
	let end = 0;
	const most = Math.min(old.length, now.length) - start;
	while (end < most && old.at(-1 - end) === now.at(-1 - end)) end += 1;
	const left = old.slice(start, old.length - end);
	const right = now.slice(start, now.length - end);
	if (left.length === 0 && right.length === 0) return [];
	if (left.length * right.length > MOST_PAIRS) {
		return [{ at: start, removes: left.length, adds: right }];
	}
	return editsOfMiddle(left, right).map((edit) => ({ ...edit, at: edit.at + start }));
}

/** The same for lines, by the longest common subsequence. */
function editsOfMiddle(left: readonly string[], right: readonly string[]): LineEdit[] {
	const common = commonLengths(left, right);
	const edits: LineEdit[] = [];
	let edit: LineEdit | null = null;
	let [at, to] = [0, 0];
	while (at < left.length || to < right.length) {
		if (at < left.length && to < right.length && left[at] === right[to]) {
			edit = null;
			at += 1;
			to += 1;
			continue;
		}
		if (edit === null) edits.push((edit = { at, removes: 0, adds: [] }));
		const isRemoved =
			to === right.length || (at < left.length && common[at + 1]![to]! >= common[at]![to + 1]!);
		if (isRemoved) {
			edit.removes += 1;
			at += 1;
		} else {
			edit.adds.push(right[to]!);
			to += 1;
		}
	}
	return edits;
}

/** How many lines two texts have in common, in order, from each pair of lines on. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint32Array[] {
	const lengths = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
	for (let at = left.length - 1; at >= 0; at--) {
		for (let to = right.length - 1; to >= 0; to--) {
			lengths[at]![to] =
				left[at] === right[to]
					? lengths[at + 1]![to + 1]! + 1
					: Math.max(lengths[at + 1]![to]!, lengths[at]![to + 1]!);
		}
	}
	return lengths;
}

/**
 * Makes the changes in a text of the same shape, by position: fresh peers say the same with other values.
 * A position behind the end is the end. New lines end as the others do.
 */
export function applyEdits(text: string, edits: readonly LineEdit[]): string {
	const lines = linesOf(text);
	const ending = text.includes('\r\n') || !/[\r\n]/.test(text) ? '\r\n' : '\n';
	const changed: TextLine[] = [];
	let next = 0;
	for (const { at, removes, adds } of edits) {
		changed.push(
			...lines.slice(next, at),
			...adds.map((added) => ({ text: added, ending }) as const)
		);
		next = Math.max(next, at + removes);
	}
	changed.push(...lines.slice(next));
	return joined(changed, { ending, isOpen: lines.at(-1)?.ending === '' });
}

/** The lines as one text. */
function joined(
	lines: readonly TextLine[],
	{ ending, isOpen }: { ending: '\r\n' | '\n'; isOpen: boolean }
): string {
	let text = '';
	for (const [at, line] of lines.entries()) {
		const isLast = at === lines.length - 1;
		// An empty line is none without its end.
		const endsOpen = isLast && isOpen && line.text !== '';
		const own = endsOpen ? '' : line.ending || ending;
		// An empty line behind a CR must not make it a CRLF.
		const isSwallowed = line.text === '' && own.startsWith('\n') && text.endsWith('\r');
		text += line.text + (isSwallowed ? '\r' : own);
	}
	return text;
}

import type { Row } from './rows';

/** Where each row begins, and at the end where the last one ends. */
export function topsOf(rows: readonly Row[], heightOf: (row: Row) => number): Float64Array {
	const tops = new Float64Array(rows.length + 1);
	rows.forEach((row, index) => {
		tops[index + 1] = tops[index]! + heightOf(row);
	});
	return tops;
}

/** The first row that ends behind a height, by halving. */
function firstBehind(tops: Float64Array, height: number): number {
	let [low, high] = [0, tops.length - 1];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (tops[middle + 1]! > height) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** Something to draw: a row by its index, or the room of the rows that are not drawn. */
export type Drawn =
	| { readonly kind: 'row'; readonly index: number }
	| { readonly kind: 'gap'; readonly key: string; readonly height: number };

/** So many rows at most, should the visible part be measured wrongly. */
const MOST_ROWS = 200;

/**
 * What is drawn of a long list: the rows that touch a part of it, the one with the focus wherever it
 * is, so that keys are not lost when it is scrolled away, and room for all others.
 */
export function drawnOf(tops: Float64Array, from: number, to: number, focused: number): Drawn[] {
	const amount = tops.length - 1;
	if (amount <= 0) return [];
	const first = Math.min(firstBehind(tops, from), amount - 1);
	const end = Math.min(amount, first + MOST_ROWS, firstBehind(tops, to) + 1);
	const indices = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
	if (focused >= 0 && focused < first) indices.unshift(focused);
	if (focused >= end && focused < amount) indices.push(focused);

	const drawn: Drawn[] = [];
	let at = 0;
	const gap = (until: number) => {
		const height = tops[until]! - tops[at]!;
		if (until > at) drawn.push({ kind: 'gap', key: `gap ${drawn.length}`, height });
	};
	for (const index of indices) {
		gap(index);
		drawn.push({ kind: 'row', index });
		at = index + 1;
	}
	gap(amount);
	return drawn;
}

/** Widths in pixels of a letter, and heights of a line of text: near enough until rows are measured. */
const MONO = 7.8;
const SERIF = 7;
const MONO_LINE = 20;
const SERIF_LINE = 21;

/** How high a row that was never drawn will be, in a list of that width. */
export function estimate(row: Row, width: number): number {
	if (row.kind === 'section') return 37;
	if (row.kind !== 'line') return 27;
	const room = Math.max(120, width - 50);
	const isWide = width >= 560;
	const left = isWide ? room * 0.47 : room;
	const right = isWide ? room * 0.5 : room;
	const mono = Math.ceil((Math.min(row.line.text.length, 2000) * MONO) / left) * MONO_LINE;
	// Explanations are made when they are drawn; most have about a hundred letters.
	const serif = Math.ceil((100 * SERIF) / right) * SERIF_LINE;
	return 11 + (isWide ? Math.max(mono, serif) : mono + serif);
}

/** Where each row begins, and at the end where the last one ends. */
export function topsOf<Row>(rows: readonly Row[], heightOf: (row: Row) => number): Float64Array {
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
 * What is drawn of a long list: the rows that touch a part of it, those that are kept wherever they
 * are, as the one with the focus, so that keys are not lost when it is scrolled away, and room for all
 * others.
 */
export function drawnOf(
	tops: Float64Array,
	from: number,
	to: number,
	kept: readonly number[]
): Drawn[] {
	const amount = tops.length - 1;
	if (amount <= 0) return [];
	const first = Math.min(firstBehind(tops, from), amount - 1);
	const end = Math.min(amount, first + MOST_ROWS, firstBehind(tops, to) + 1);
	const near = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
	const isFar = (index: number) => index >= 0 && index < amount && (index < first || index >= end);
	const far = [...new Set(kept)].filter(isFar);
	const indices = far.length === 0 ? near : [...near, ...far].sort((a, b) => a - b);

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

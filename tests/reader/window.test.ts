import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';
import { estimate } from '../../src/lib/ui/sdp/estimate';
import { rowsOf } from '../../src/lib/ui/sdp/rows';
import { drawnOf, topsOf, type Drawn } from '../../src/lib/ui/window/window';

/** A list of a thousand rows, each 20 pixels high. */
const TOPS = Float64Array.from({ length: 1001 }, (_, index) => index * 20);

const indices = (drawn: readonly Drawn[]) =>
	drawn.flatMap((one) => (one.kind === 'row' ? [one.index] : []));

const height = (drawn: readonly Drawn[]) =>
	drawn.reduce((sum, one) => sum + (one.kind === 'row' ? 20 : one.height), 0);

describe('the window on a long list', () => {
	it('has the rows that touch the visible part, and room for the others', () => {
		const drawn = drawnOf(TOPS, 100, 159, []);
		expect(indices(drawn)).toEqual([5, 6, 7]);
		expect(drawn[0]).toEqual({ kind: 'gap', key: 'gap 0', height: 100 });
		expect(height(drawn)).toBe(20_000);
	});

	it.each([
		[-500, 300, 500],
		[19_900, 30_000, 2],
		[0, 200, -1],
		[9000, 9100, 450]
	])('is as high as all rows together: from %i to %i with row %i', (from, to, focused) => {
		expect(height(drawnOf(TOPS, from, to, [focused]))).toBe(20_000);
	});

	it('keeps the row with the focus, above and below', () => {
		expect(indices(drawnOf(TOPS, 10_000, 10_030, [3]))).toEqual([3, 500, 501]);
		expect(indices(drawnOf(TOPS, 0, 30, [700]))).toEqual([0, 1, 700]);
		expect(indices(drawnOf(TOPS, 0, 30, [1]))).toEqual([0, 1]);
	});

	it('keeps several rows, each once and in their order', () => {
		expect(indices(drawnOf(TOPS, 10_000, 10_030, [900, 3, 500, 3, -1, 5000]))).toEqual([
			3, 500, 501, 900
		]);
	});

	it('never has more rows than a few screens, even where it is measured wrongly', () => {
		expect(indices(drawnOf(TOPS, -1e9, 1e9, [999])).length).toBeLessThan(300);
	});

	it('is not empty where the list is scrolled away', () => {
		expect(indices(drawnOf(TOPS, 90_000, 91_000, [-1]))).toEqual([999]);
		expect(indices(drawnOf(TOPS, -900, -600, [-1]))).toEqual([0]);
	});

	it('is empty for an empty list', () => {
		expect(
			drawnOf(
				topsOf([], () => 20),
				0,
				100,
				[0]
			)
		).toEqual([]);
	});

	it('begins each row where the one before ends', () => {
		const rows = ['a', 'bb', 'ccc'].map((key) => ({ key }));
		expect([...topsOf(rows, ({ key }) => key.length)]).toEqual([0, 1, 3, 6]);
	});

	it('takes long lines and narrow lists to be higher', () => {
		const rows = rowsOf(annotate(`a=mid:0\na=fingerprint:sha-256 ${'AB:'.repeat(31)}AB`), {
			isFolded: () => false,
			isOpened: () => false,
			filter: null,
			only: null,
			peer: undefined
		});
		const [, short, long] = rows;
		expect(estimate(long!, 800)).toBeGreaterThan(estimate(short!, 800));
		expect(estimate(long!, 360)).toBeGreaterThan(estimate(long!, 800));
	});
});

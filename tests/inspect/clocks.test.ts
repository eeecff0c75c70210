import { describe, expect, it } from 'vitest';
import { boundsOf, shiftWithin, type Moments } from '../../src/lib/inspect/clocks';

const moments = (made: [string, number][], taken: [string, number][]): Moments => ({
	made: new Map(made),
	taken: new Map(taken)
});

describe('how far a clock may be moved', () => {
	it('follows from the latest that was sent to it, and the earliest that came from it', () => {
		const fixed = moments(
			[
				['offer', 100],
				['a', 130]
			],
			[
				['answer', 160],
				['b', 150]
			]
		);
		const moved = moments(
			[
				['answer', 40],
				['b', 45]
			],
			[
				['offer', 10],
				['a', 20]
			]
		);
		expect(boundsOf(fixed, moved)).toEqual({ least: 110, most: 105 });
		expect(boundsOf(moved, fixed)).toEqual({ least: -105, most: -110 });
	});

	it('is open where nothing is at both ends', () => {
		const one = moments([['offer', 1]], [['answer', 2]]);
		expect(boundsOf(one, one)).toEqual({ least: -Infinity, most: Infinity });
	});
});

it.each([
	['not at all where that fits', -3, 4, 0],
	['to the middle', 10, 20, 15],
	['to the middle of what contradicts itself', 20, 10, 15],
	['a millisecond past the least', 10, Infinity, 11],
	['a millisecond before the most', -Infinity, -10, -11]
])('a clock is moved %s', (_, least, most, shift) => {
	expect(shiftWithin({ least, most })).toBe(shift);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	computePriority,
	MAX_PRIORITY,
	pairPriority,
	priorityArithmetic,
	splitPriority
} from '../../src/lib/ice';

describe('the priority of a candidate', () => {
	it.each([
		['Chromium, UDP', 2122194687, 126, 32286, 1],
		['Chromium, TCP', 1518214911, 90, 32286, 1],
		['Firefox, UDP', 2122252543, 126, 32512, 1],
		['Firefox, RTCP', 2122252542, 126, 32512, 2],
		['the lowest relay', 255, 0, 0, 1]
	])('is split for %s', (_, priority, typePreference, localPreference, component) => {
		expect(splitPriority(priority)).toEqual({ typePreference, localPreference, component });
	});

	it('is given back by its parts, whatever it is', () => {
		fc.assert(
			fc.property(fc.nat(2 ** 32 - 1), (priority) => {
				expect(computePriority(splitPriority(priority))).toBe(priority);
			})
		);
	});

	it('has the largest value for the best host candidate', () => {
		const best = { typePreference: 126, localPreference: 65535, component: 1 };
		expect(computePriority(best)).toBe(2130706431);
		expect(computePriority(best)).toBeLessThan(MAX_PRIORITY);
	});

	it('is written out as arithmetic', () => {
		expect(priorityArithmetic(2122194687)).toBe('126 × 2^24 + 32286 × 2^8 + (256 − 1)');
	});
});

describe('the priority of a pair', () => {
	it('is 2^32 × MIN + 2 × MAX + (G > D)', () => {
		expect(pairPriority(2, 1)).toBe(4294967296n + 4n + 1n);
		expect(pairPriority(1, 2)).toBe(4294967296n + 4n);
	});

	it('does not lose a bit at the largest values', () => {
		expect(pairPriority(MAX_PRIORITY, MAX_PRIORITY)).toBe((2n ** 31n - 1n) * (2n ** 32n + 2n));
	});

	it('differs by one when the roles are exchanged', () => {
		expect(pairPriority(2122194687, 255) - pairPriority(255, 2122194687)).toBe(1n);
	});
});

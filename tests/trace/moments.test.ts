import { describe, expect, it } from 'vitest';
import { prefixAfter } from '../../src/lib/trace';
import { Recording } from './recording';

describe('the prefix that shows a number of performed steps', () => {
	function threeSteps(one = new Recording()) {
		one.attempt();
		for (const id of ['a', 'b', 'c']) {
			one.begin(id);
			one.end(id);
			one.event('john', 'icecandidate', { candidate: null });
		}
		return one;
	}

	it.each([
		[0, 1],
		[1, 4],
		[2, 7]
	])('of %i ends where the next step began, with what arrived late', (steps, length) => {
		expect(prefixAfter(threeSteps().entries, 1, steps)).toBe(length);
	});

	it('is the whole trace where no further step was begun', () => {
		const { entries } = threeSteps();
		expect(prefixAfter(entries, 1, 3)).toBe(entries.length);
		expect(prefixAfter(entries, 1, 20)).toBe(entries.length);
	});

	it('is empty for an empty trace', () => {
		expect(prefixAfter([], 1, 0)).toBe(0);
	});

	it('counts the steps of its own attempt alone', () => {
		const one = threeSteps();
		const before = one.entries.length;
		threeSteps(one);
		expect(prefixAfter(one.entries, 2, 1)).toBe(before + 4);
		expect(prefixAfter(one.entries, 1, 1)).toBe(4);
	});

	it('counts a step once that was begun twice', () => {
		const one = new Recording();
		one.attempt();
		one.begin('a');
		one.fail('a', { name: 'NotAllowedError', message: 'no' });
		one.begin('a');
		one.end('a');
		const next = one.begin('b');
		expect(prefixAfter(one.entries, 1, 1)).toBe(next);
	});
});

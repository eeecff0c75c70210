import { describe, expect, it } from 'vitest';
import { planned, type Part } from '../../src/lib/deck/plan';

const minutesOf = (parts: Part[], whole?: number) => {
	const plan = planned(parts, whole);
	return plan.ok ? plan.minutes : plan.fault;
};

describe('the plan of a talk', () => {
	it('without a length is what each part takes', () => {
		expect(minutesOf([{ share: 4 }, { minutes: 1.5, share: 6 }])).toEqual([4, 1.5]);
	});

	it('with a length shares it in proportion', () => {
		expect(minutesOf([{ share: 4 }, { share: 6 }], 5)).toEqual([2, 3]);
	});

	it('leaves chosen minutes as they are, and shares what is left', () => {
		expect(minutesOf([{ share: 4 }, { minutes: 5, share: 9 }, { share: 6 }], 10)).toEqual([
			2, 5, 3
		]);
	});

	it('of chosen minutes alone must come to its length', () => {
		expect(
			minutesOf(
				[
					{ minutes: 0.1, share: 1 },
					{ minutes: 0.2, share: 1 }
				],
				0.3
			)
		).toEqual([0.1, 0.2]);
		expect(minutesOf([{ minutes: 4, share: 1 }], 5)).toBe(
			'the acts take 4 minutes, but the talk 5'
		);
	});

	it('leaves something for each part', () => {
		expect(minutesOf([{ minutes: 10, share: 1 }, { share: 1 }], 10)).toBe(
			'acts with minutes of their own take 10 of 10, and none are left for the others'
		);
	});
});

import { describe, expect, it } from 'vitest';
import { lessons } from '../../src/lib/deck';
import { besideOf, codeOf, operationsOf } from '../../src/lib/deck/code';

const steps = lessons.flatMap(({ course }) => course.steps.map(({ id }) => id));
const besides = steps.filter((id) => besideOf(id).length > 0);

describe('the code that a panel shows', () => {
	it('is what the step does', async () => {
		const [step] = steps.filter((id) => !besides.includes(id));
		expect(await codeOf(step!)).toMatchObject(operationsOf(step!));
	});

	it.for(besides)('says below it what %s takes from files beside it', async (step) => {
		const all = await codeOf(step);
		for (const [at, { code, html }] of all.entries()) {
			const { code: own } = operationsOf(step)[at]!;
			expect(code.startsWith(own)).toBe(true);
			const below = code.slice(own.length);
			const [, name] = /^\n\nconst (\w+) = /.exec(below) ?? [];
			expect(own).toContain(`${name}(`);
			expect(below).not.toMatch(/\bexport\b|RTCRtp|\/\*\*/);
			expect(html).toContain(name);
		}
	});
});

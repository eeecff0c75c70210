import { describe, expect, it } from 'vitest';
import { findingsOf, mattersIn } from './concluded';
import { REPORTS, WORKING } from './strangers';

describe('of a public report the first finding is its cause:', () => {
	it.each(REPORTS.map((one) => [one.of, one] as const))('%s', async (_, { text, cause }) => {
		expect((await findingsOf(text))[0]?.id).toBe(cause);
	});
});

describe('of a call that works nothing is found that matters', () => {
	it.each(WORKING.map((text, at) => [at + 1, text] as const))('%d', async (_, text) => {
		expect(await mattersIn(text)).toEqual([]);
	});
});

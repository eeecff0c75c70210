import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/lib/predict';
import { OF_LESSONS } from './of-lessons';
import { answerOf } from './recorded';

/** What the specifications leave to the machine, how many addresses it has, and what browsers do each in its way. */
const OPEN = ['known-by-checks', 'agreed-no-path', 'straight-or-relayed'];

describe.each(OF_LESSONS)('%s', (check, entries, step, is, proof, others) => {
	const begins = entries.findIndex((entry) => entry.step === step);

	it('is not answered before its step', () => {
		expect(answerOf(check, entries.slice(0, begins))).toBeNull();
	});

	it('is answered by the recorded lesson, with a figure and an entry of it', () => {
		const answer = answerOf(check, entries)!;
		expect(answer).toMatchObject({ is, proof });
		expect(entries[answer.seq]).toMatchObject({ step });
		expect(CHECKS[check]!.expected).toBe(OPEN.includes(check) ? undefined : is);
	});

	it.each(Object.entries(others))('says of another call: %s', (other, made) => {
		expect(answerOf(check, made())).toMatchObject({ is: other });
	});

	it('has a trace for each answer that it can give', () => {
		expect([is, ...Object.keys(others)].sort()).toEqual([...CHECKS[check]!.answers].sort());
	});
});

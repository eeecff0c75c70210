import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/lib/predict';

import { prefixAfter, reduce, Views } from '../../src/lib/trace';
import { parseTraceFile } from '../../src/lib/trace/file';
import { STEPS } from '../call/course';

const read = parseTraceFile(readFileSync('src/static/samples/call.parley-trace.json', 'utf8'));
if (!read.ok) throw new Error(read.problem);
const { entries } = read.file;
const { read: readAnswer } = CHECKS['one-candidate']!;

/** How many steps were performed at the end of this one. */
const stepsUntil = (id: string) => STEPS.findIndex((step) => step.id === id) + 1;

const answerAfter = (step: string) =>
	readAnswer(new Views().of(entries, prefixAfter(entries, 1, stepsUntil(step))), entries);

describe('whether one candidate is enough', () => {
	it('is not known before Jane was given one', () => {
		expect(answerAfter('john-sends-candidate')).toBeNull();
	});

	it('is answered by the recorded call, with the entry that connected the second of the two', () => {
		const answer = answerAfter('jane-adds-candidate')!;
		expect(answer.is).toBe('both connected');
		expect(answer.proof).toBe(
			'Both had a pair that works 14 ms after Jane was given the candidate, and John had been given none.'
		);
		expect(entries[answer.seq]).toMatchObject({
			kind: 'changed',
			step: 'jane-adds-candidate',
			data: { iceConnectionState: expect.stringMatching(/^(connected|completed)$/) }
		});
		expect(answerAfter('remaining-candidates')).toEqual(answer);
	});

	it('is not answered at the moment when only one of them is connected', () => {
		const { seq } = answerAfter('jane-adds-candidate')!;
		expect(readAnswer(reduce(entries.slice(0, seq)), entries)).toBeNull();
	});

	it('stays unknown where John was given a candidate before they connected', () => {
		const view = new Views().of(
			entries,
			prefixAfter(entries, 1, stepsUntil('john-adds-candidate'))
		);
		const given = view.calls.map((call) =>
			call.name === 'addIceCandidate' && call.peer === 'john' ? { ...call, seq: 0 } : call
		);
		expect(readAnswer({ ...view, calls: given }, entries)).toBeNull();
	});
});

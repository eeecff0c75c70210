import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/lib/predict';
import { OF_LESSONS } from './of-lessons';
import { altered, answerOf, beside, recordingOf, reworded } from './recorded';

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

it('a server that was not reached is told by an event as well, and by that which says more where there is one', () => {
	const code = (from: number, to: number) =>
		altered(recordingOf('stun-and-turn'), (entry) =>
			entry.name === 'icecandidateerror'
				? reworded(entry, `"errorCode":${from}`, `"errorCode":${to}`)
				: entry
		);
	expect(answerOf('refusal-told', code(401, 701))?.proof).toContain(
		'icecandidateerror 701 for turn:'
	);
	const [first] = code(401, 701).filter(({ name }) => name === 'icecandidateerror');
	const both = altered(recordingOf('stun-and-turn'), (entry) =>
		entry.name === 'icecandidateerror' && entry.seq === first!.seq
			? [reworded(entry, '"errorCode":401', '"errorCode":701'), beside(entry, entry)]
			: entry
	);
	expect(answerOf('refusal-told', both)?.proof).toContain('icecandidateerror 401');
});

import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';
import { tokenFaults, uncovered } from './cover';

const only = (text: string) => {
	const [line] = annotate(text).lines;
	if (line === undefined) throw new Error('There is no line.');
	return line;
};

describe('t=, r= and z=', () => {
	it.each([
		[
			'r=604800 3600 0 90000',
			'The session repeats every 7 days and lasts 1 hour; in each interval it begins after 0 s and after 25 hours.'
		],
		[
			'r=7d 1h 0 25h',
			'The session repeats every 7 days and lasts 1 hour; in each interval it begins after 0 s and after 25 hours.'
		],
		[
			'r=1d 90m 0',
			'The session repeats every 1 day and lasts 90 minutes; in each interval it begins after 0 s.'
		],
		[
			'r=100 61 0s',
			'The session repeats every 100 s and lasts 61 s; in each interval it begins after 0 s.'
		],
		[
			'z=2882844526 -1h',
			'The clocks change once while the session repeats: its times move with them.'
		],
		[
			'z=2882844526 -1h 2898848070 0',
			'The clocks change 2 times while the session repeats: its times move with them.'
		]
	])('%s: %s', (text, sentence) => {
		expect(only(text)).toMatchObject({ problem: null, explanation: sentence });
		expect(uncovered(only(text))).toBe('');
	});

	it.each([
		['z=foobar', 'The changes come in pairs: when, and by how much.'],
		['z=2882844526', 'The changes come in pairs: when, and by how much.'],
		['z=2882844526 -1h 2898848070', 'The changes come in pairs: when, and by how much.'],
		['z=soon -1h', '“soon” is no time: a time has ten digits at least.'],
		['z=2882844526 -1y', '“-1y” is no length of time: seconds, or a number with d, h, m or s.'],
		['z=2882844526 +1h', '“+1h” is no length of time: seconds, or a number with d, h, m or s.'],
		['z=0 1h', '“0” is no time: a time has ten digits at least.'],
		['r=weekly 1h 0', '“weekly” is no length of time: seconds, or a number with d, h, m or s.'],
		['r=0 1h 0', 'The interval must be longer than 0.'],
		['r=7d 1h', 'The offset is missing.'],
		['r=7d -1h 0', '“-1h” is no length of time: seconds, or a number with d, h, m or s.'],
		['t=1 2', '“1” is no time: a time has ten digits at least, or is 0.'],
		['t=x 0', '“x” is no time: a time has ten digits at least, or is 0.'],
		['t=3724394400 3724394300', 'The session ends before it begins.'],
		['t=-1 0', '“-1” is no time: a time has ten digits at least, or is 0.']
	])('%s: %s', (text, problem) => {
		const line = only(text);
		expect(line.problem).toBe(problem);
		expect(uncovered(line)).toBe('');
		expect(tokenFaults(line)).toEqual([]);
		expect(line.explanation).toMatch(/\.$/);
	});

	it('makes no sentence with what cannot be read', () => {
		expect(only('z=foobar').explanation).toBe(
			'Changes of the time zone, but it cannot be read: The changes come in pairs: when, and by how much.'
		);
		expect(only('r=weekly 1h 0').explanation).toMatch(/^How the session repeats, but it cannot/);
	});
});

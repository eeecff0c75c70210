import { describe, expect, it } from 'vitest';
import { findTailed } from '../../src/lib/inspect/unwrap/tailed';
import { costOfLength } from '../tools/growth';
import { findingsOf, headOf } from './concluded';
import { ANSWER, OFFER } from './issue';

const BOTH = `offer\n${OFFER}answer\n${ANSWER}`;
const UNSAID = BOTH.replaceAll(/^a=fingerprint:.*\n/gm, '');
const tailed = (text: string, tail: (line: number) => string) =>
	text
		.trimEnd()
		.split('\n')
		.map((line, at) => `${line} ${tail(at)}\n`)
		.join('');

const LOGS: readonly (readonly [string, (text: string) => string])[] = [
	['the place in a program', (text) => tailed(text, () => 'app.js:42')],
	['the place, with line and column', (text) => tailed(text, (at) => `call.js:${40 + at}:7`)],
	['the time since the line before', (text) => tailed(text, (at) => `+${at * 7}ms`)],
	[
		'the time, behind a prefix',
		(text) => tailed(text.replace(/^/gm, '[Nest] 41 LOG '), (at) => `+${at}ms`)
	],
	['a thread in brackets', (text) => tailed(text, () => '(thread-3)')],
	[
		'a place, with line ends of Windows',
		(text) => tailed(text, () => 'app.js:42').replaceAll('\n', '\r\n')
	]
];

describe('what a log writes behind each line is not the line’s', () => {
	it.for(LOGS)('%s', async ([, log]) => {
		const head = await headOf(`The call fails.\n\n${log(BOTH)}\nAny idea?\n`);
		expect(head).toMatchObject({ sentence: 'An offer and its answer.', unused: { count: 0 } });
		expect(head.kind === 'parts' && head.conclusions[0]!.verdict?.isGood).toBe(true);
		const [first] = await findingsOf(log(UNSAID));
		expect(first?.id).toBe('sdp.no-fingerprint');
	});
});

describe('what only some lines have behind them is left where it is', () => {
	it.for([
		['another word behind each', tailed(OFFER, (at) => 'abcdefgh'[at % 8]!.repeat(3))],
		['a word behind the first', OFFER.replace('v=0', 'v=0 offer')],
		['a line beside a line', tailed(OFFER, () => 'v=0')],
		['nothing', OFFER]
	] as const)('%s', ([, text]) => {
		expect(findTailed(text)).toEqual([]);
	});

	it('and looking for it costs as much as the text is long', () => {
		const lines = (count: number) => 'v=0 x1\n'.repeat(count);
		const origins = (count: number) => 'v=0 x1\no=- 1 1 IN IP4 a x1\nz\n'.repeat(count);
		const blanks = (count: number) => `v=0 ${' '.repeat(count)}x ${' '.repeat(count)}`;
		for (const make of [lines, origins, blanks]) {
			expect(costOfLength(make, 3000, findTailed)).toBeLessThan(6);
		}
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate, diff } from '../../src/lib/sdp';
import { costOfLength } from '../tools/growth';
import { tokenFaults, uncovered } from './cover';
import { fixture, FIXTURES } from './fixtures';

/** How many inputs each property is tried with: in the long run a hundred thousand together. */
const RUNS = process.env.LONG === '1' ? 25_000 : 5_000;
/** Set FC_SEED to repeat a run that is printed here. */
const SEED = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
console.log(`fast-check seed ${SEED}`);

const check = <T>(arbitrary: fc.Arbitrary<T>, predicate: (value: T) => void, runs = RUNS) =>
	fc.assert(fc.property(arbitrary, predicate), { numRuns: runs, seed: SEED });

let examined = 0;

/** Everything that can be asked of a description is asked, and all that must hold for any input. */
function examine(text: string): void {
	examined += 1;
	const { lines } = annotate(text);
	let rejoined = '';
	for (const line of lines) {
		rejoined += line.text + line.ending;
		const faults = tokenFaults(line);
		if (faults.length > 0) throw new Error(`${JSON.stringify(line.text)}: ${faults.join(', ')}`);
		if (uncovered(line) !== '') throw new Error(`${JSON.stringify(line.text)} is not covered`);
		if (!line.explanation.endsWith('.')) throw new Error(`no sentence for ${line.text}`);
		void [line.spec, line.usage, line.level, line.known, line.problem];
	}
	if (rejoined !== text) throw new Error(`${JSON.stringify(text)} was not given back`);
}

const REAL_LINES = [...new Set(FIXTURES.flatMap((name) => fixture(name).split('\r\n')))];
const realLine = fc.constantFrom(...REAL_LINES);
const ending = fc.constantFrom('\r\n', '\n', '\r', '\r\r\n', '\n\n', '\u2028', '');
const anyText = fc.string({ unit: 'binary', maxLength: 40 });
/** Includes NUL and surrogates that stand alone. */
const anyUnits = fc
	.array(
		fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 10, 13, 0xd800, 0xdfff)),
		{
			maxLength: 40
		}
	)
	.map((units) => String.fromCharCode(...units));

const mutation = fc.record({
	at: fc.nat(200),
	remove: fc.nat(12),
	insert: fc.oneof(anyText, fc.constantFrom(' ', ':', ';', '=', '/', ',', '0', '~', '', '*'))
});

function mutate(
	text: string,
	{ at, remove, insert }: { at: number; remove: number; insert: string }
) {
	const from = at % (text.length + 1);
	return text.slice(0, from) + insert + text.slice(from + remove);
}

const mutatedLine = fc
	.tuple(realLine, fc.array(mutation, { maxLength: 3 }))
	.map(([line, mutations]) => mutations.reduce(mutate, line));

const attribute = fc
	.tuple(
		fc.constantFrom(...new Set(REAL_LINES.map((line) => /^a=([^:]*)/.exec(line)?.[1] ?? 'x'))),
		fc.oneof(anyText, fc.constantFrom('', ' ', '  ', ';', '=', '/', '1', '1 ', '96 apt=96', '* *'))
	)
	.map(([name, value]) => `a=${name}:${value}`);

const join = (lines: fc.Arbitrary<string>) =>
	fc
		.array(fc.tuple(lines, ending), { maxLength: 8 })
		.map((parts) => parts.map(([line, end]) => line + end).join(''));

describe('any input is given back, explained and covered, and nothing is thrown', () => {
	it('holds for texts of any characters', { timeout: 120_000 }, () => {
		check(fc.oneof(anyText, anyUnits), examine);
	});

	it('holds for real lines in any order, with any line endings', { timeout: 120_000 }, () => {
		check(join(realLine), examine);
	});

	it('holds for real lines that were damaged', { timeout: 120_000 }, () => {
		check(join(mutatedLine), examine);
	});

	it('holds for known attributes with any value', { timeout: 120_000 }, () => {
		check(join(fc.oneof(attribute, realLine)), examine);
	});

	it('holds for whole descriptions that were damaged', { timeout: 120_000 }, () => {
		const damaged = fc
			.tuple(
				fc.constantFrom(...FIXTURES.map(fixture)),
				fc.array(
					mutation.map((m) => ({ ...m, at: m.at * 37 })),
					{ maxLength: 5 }
				)
			)
			.map(([text, mutations]) => mutations.reduce(mutate, text));
		check(damaged, examine, 500);
	});

	it('has by now been tried with four times as many', () => {
		expect(examined).toBeGreaterThan(4 * RUNS);
	});

	it('compares any two damaged descriptions', { timeout: 120_000 }, () => {
		check(
			fc.tuple(join(mutatedLine), join(mutatedLine), fc.constantFrom('answer', 'revision')),
			([before, after, relation]) => {
				diff(before, after, relation === 'answer' ? 'answer' : 'revision');
			},
			2_000
		);
	});

	it.each([
		['one line of a megabyte', `a=mid:${'x'.repeat(1e6)}`],
		['a megabyte of payload types', `m=audio 9 RTP/AVP ${'0 '.repeat(5e5)}`],
		['a megabyte of parameters', `m=video 9 RTP/AVP 96\na=fmtp:96 ${'a=1;'.repeat(2.5e5)}`],
		['a megabyte of mids', `a=group:BUNDLE ${'0 '.repeat(5e5)}`],
		['a megabyte of spaces', `a=candidate:${' '.repeat(1e6)}`],
		['a megabyte of candidate extensions', `a=candidate:1 1 udp 1 a 1 ${'b c '.repeat(2.5e5)}`],
		['a megabyte of line endings', '\r\n\n\r'.repeat(2.5e5)],
		['a megabyte of NULs', '\u0000'.repeat(1e6)],
		['a list of streams behind two spaces', 'm=video 9 RTP/AVP 0\na=simulcast:send  1;~2'],
		['lone surrogates', '\ud800a=\udfff:\ud800\r\n\udc00'],
		['10,000 sections', 'm=audio 9 RTP/AVP 0\r\na=mid:0\r\n'.repeat(10_000)]
	])('holds for %s', { timeout: 60_000 }, (_, text) => {
		examine(text);
	});
});

describe('time grows with the length of the input, and no faster', () => {
	const read = (text: string) => {
		for (const line of annotate(text).lines) void [line.explanation, line.problem, line.tokens];
	};

	const SHAPES: [string, (size: number) => string][] = [
		['lines of one description', (size) => fixture('chromium-offer-gathered').repeat(size / 200)],
		['sections', (size) => 'm=audio 9 RTP/AVP 0\na=mid:0\na=sendrecv\n'.repeat(size / 4)],
		[
			'lines that refer to codecs',
			(size) => `m=video 9 RTP/AVP 96\na=rtpmap:96 VP8/90000\n${'a=rtcp-fb:96 nack\n'.repeat(size)}`
		],
		['SSRCs', (size) => `m=video 9 RTP/AVP 31\n${'a=ssrc:1 cname:x\n'.repeat(size)}`],
		[
			'mids in a group',
			(size) => `a=group:BUNDLE${' 0'.repeat(size)}\nm=audio 9 RTP/AVP 0\na=mid:0`
		],
		[
			'parameters',
			(size) => `m=video 9 RTP/AVP 96\na=rtpmap:96 VP8/90000\na=fmtp:96 ${'a=1;'.repeat(size)}`
		]
	];

	it.each(SHAPES)('for %s', { timeout: 60_000 }, (_, make) => {
		expect(costOfLength(make, 1_000, read)).toBeLessThan(8);
	});
});

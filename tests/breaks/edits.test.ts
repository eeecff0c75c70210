import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, editsBetween } from '../../src/lib/breaks';
import { linesOf } from '../../src/lib/breaks/lines';
import { fixture, FIXTURES } from '../sdp/fixtures';

const RUNS = process.env.LONG === '1' ? 20_000 : 2_000;
/** Set FC_SEED to repeat a run that is printed here. */
const SEED = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
console.log(`fast-check seed ${SEED}`);

const textsOf = (text: string) => linesOf(text).map(({ text: line }) => line);

const ending = fc.constantFrom('\r\n', '\n', '\r', '');
const line = fc.oneof(fc.constantFrom('', 'a', 'b', 'a=mid:0'), fc.string({ maxLength: 3 }));
const text = fc
	.array(fc.tuple(line, ending), { maxLength: 12 })
	.map((parts) => parts.map(([one, end]) => one + end).join(''));

describe('changes by hand', () => {
	it('make any text of any other, line by line', () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				expect(textsOf(applyEdits(before, editsBetween(before, after)))).toEqual(textsOf(after));
			}),
			{ numRuns: RUNS, seed: SEED }
		);
	});

	it('stand from the top down, apart, and change what they name', () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				let next = -1;
				for (const { at, removes, adds } of editsBetween(before, after)) {
					expect(at).toBeGreaterThan(next);
					expect(removes + adds.length).toBeGreaterThan(0);
					next = at + removes;
				}
				expect(next).toBeLessThanOrEqual(textsOf(before).length);
			}),
			{ numRuns: RUNS, seed: SEED }
		);
	});

	it('never throw, wherever they are said to be', () => {
		const edits = fc.array(
			fc.record({ at: fc.nat(20), removes: fc.nat(20), adds: fc.array(line, { maxLength: 3 }) })
		);
		fc.assert(
			fc.property(text, edits, (before, some) => {
				const after = textsOf(applyEdits(before, some));
				const added = some.flatMap(({ adds }) => adds);
				expect(after.length).toBeLessThanOrEqual(textsOf(before).length + added.length);
			}),
			{ numRuns: RUNS, seed: SEED }
		);
	});

	it('are none between a text and itself, however its lines end', () => {
		for (const name of FIXTURES) {
			const sdp = fixture(name);
			expect(editsBetween(sdp, sdp)).toEqual([]);
			expect(editsBetween(sdp, sdp.replaceAll('\r\n', '\n'))).toEqual([]);
			expect(applyEdits(sdp, [])).toBe(sdp);
		}
	});

	it('are as few lines as can be', () => {
		expect(editsBetween('a\nb\nc\nd\ne\n', 'a\nx\nc\ne\nf\n')).toEqual([
			{ at: 1, removes: 1, adds: ['x'] },
			{ at: 3, removes: 1, adds: [] },
			{ at: 5, removes: 0, adds: ['f'] }
		]);
	});

	it('are found between descriptions, however long', () => {
		const sdp = fixture('chromium-offer-gathered');
		const edited = sdp.replace('a=setup:actpass', 'a=setup:active').replaceAll('\r\n', '\n');
		expect(editsBetween(sdp, edited)).toEqual([
			{ at: sdp.split('\r\n').indexOf('a=setup:actpass'), removes: 1, adds: ['a=setup:active'] }
		]);
		const numbers = (from: number) => Array.from({ length: 3000 }, (_, at) => from + at).join('\n');
		expect(editsBetween(numbers(0), numbers(5000))).toHaveLength(1);
	});

	it('are made in another text of the same shape, at the same place', () => {
		const [before, other] = [fixture('firefox-offer-created'), fixture('firefox-offer-gathered')];
		const at = before.split('\r\n').findIndex((one) => one.startsWith('o='));
		const edits = editsBetween(before, before.replace(/^o=.*/m, 'o=- 1 1 IN IP4 0.0.0.0'));
		const lines = other.split('\r\n');
		lines[at] = 'o=- 1 1 IN IP4 0.0.0.0';
		expect(applyEdits(other, edits)).toBe(lines.join('\r\n'));
	});

	it('are made at the end where the text is shorter', () => {
		expect(applyEdits('a\r\nb\r\n', [{ at: 9, removes: 2, adds: ['c'] }])).toBe('a\r\nb\r\nc\r\n');
		expect(applyEdits('a\r\nb\r\n', [{ at: 1, removes: 9, adds: ['c'] }])).toBe('a\r\nc\r\n');
	});

	it('end new lines as the others end', () => {
		const edits = [{ at: 1, removes: 0, adds: ['x', 'y'] }];
		expect(applyEdits('a\r\nb\r\n', edits)).toBe('a\r\nx\r\ny\r\nb\r\n');
		expect(applyEdits('a\nb\n', edits)).toBe('a\nx\ny\nb\n');
		expect(applyEdits('a\nb', [{ at: 2, removes: 0, adds: ['x'] }])).toBe('a\nb\nx');
	});
});

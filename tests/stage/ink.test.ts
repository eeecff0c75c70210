import { describe, expect, it } from 'vitest';
import { Ink, pathOf, type Stroke } from '../../src/lib/ui/stage/ink.svelte';

const LINE: Stroke = [
	[0.1, 0.1],
	[0.2, 0.15],
	[0.3, 0.1]
];
const DOT: Stroke = [[0.5, 0.5]];

describe('a drawing', () => {
	it('goes with its slide', () => {
		const ink = new Ink();
		ink.add('one', LINE);
		ink.add('two', DOT);
		expect(ink.of('one')).toEqual([LINE]);
		expect(ink.of('two')).toEqual([DOT]);
		expect(ink.of('three')).toEqual([]);
	});

	it('can be taken back line by line', () => {
		const ink = new Ink();
		ink.add('one', LINE);
		ink.add('one', DOT);
		ink.undo('one');
		expect(ink.of('one')).toEqual([LINE]);
		ink.undo('one');
		ink.undo('one');
		expect(ink.of('one')).toEqual([]);
	});

	it('is not lost when it was cleared', () => {
		const ink = new Ink();
		ink.add('one', LINE);
		ink.clear('one');
		expect(ink.of('one')).toEqual([]);
		ink.undo('one');
		expect(ink.of('one')).toEqual([LINE]);
	});

	it('does not remember that nothing was cleared', () => {
		const ink = new Ink();
		ink.add('one', LINE);
		ink.clear('two');
		ink.clear('one');
		ink.clear('one');
		ink.undo('one');
		expect(ink.of('one')).toEqual([LINE]);
	});
});

describe('the path of a line', () => {
	it('goes from its first point to its last', () => {
		expect(pathOf(LINE)).toBe('M0.1000 0.1000Q0.2000 0.1500 0.2500 0.1250L0.3000 0.1000');
	});
	it('is a dot for a line of one point, and nothing for none', () => {
		expect(pathOf(DOT)).toBe('M0.5000 0.5000h0.0001');
		expect(pathOf([])).toBe('');
	});
});

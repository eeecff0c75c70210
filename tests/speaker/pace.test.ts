import { describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/lib/call/moments';
import { clockOf, paceWords, plannedAt } from '../../src/lib/ui/speaker/pace';
import { CALL } from '../call/course';

const act = (slug: string, minutes: number) => ({ slug, title: slug, short: slug, minutes });
const slide = (slug: string, act: string, step: string | null, steps: number) => ({
	number: 1,
	slug,
	act,
	title: slug,
	step,
	steps,
	file: `${slug}.md`,
	stage: { line: '', after: '', points: [] },
	words: { before: 0, after: 0 },
	asks: 0
});
const DECK = {
	acts: [act('opening', 2), act('preparing', 6)],
	slides: [
		slide('hello', 'opening', null, 0),
		slide('words', 'opening', null, 0),
		slide('john-creates-peer-connection', 'preparing', 'john-creates-peer-connection', 0),
		slide('john-gets-media', 'preparing', 'john-gets-media', 1)
	]
};
const MOMENTS = momentsOf(CALL, DECK.slides);

describe('the plan of a talk', () => {
	it('begins at nothing and ends with the minutes of all acts', () => {
		expect(plannedAt(DECK, MOMENTS, 0)).toBe(0);
		expect(plannedAt(DECK, MOMENTS, MOMENTS.length)).toBe(8);
	});

	it('comes to an act when those before it have had their minutes', () => {
		expect(plannedAt(DECK, MOMENTS, 2)).toBe(2);
	});

	it('lets the moments of an act share its minutes', () => {
		expect(plannedAt(DECK, MOMENTS, 1)).toBe(1);
		expect(plannedAt(DECK, MOMENTS, 4)).toBe(5);
	});
});

describe('the pace of a talk', () => {
	it('is on time within a minute', () => {
		expect(paceWords(120_000, 179_999)).toBe('on time');
		expect(paceWords(179_999, 120_000)).toBe('on time');
	});

	it('says how late or how early it is', () => {
		expect(paceWords(300_000, 120_000)).toBe('3:00 late');
		expect(paceWords(60_000, 150_000)).toBe('1:30 early');
	});

	it('counts hours only where there are any', () => {
		expect([0, 65_000, 3_599_999, 3_661_000, -5].map(clockOf)).toEqual([
			'0:00',
			'1:05',
			'59:59',
			'1:01:01',
			'0:00'
		]);
	});
});

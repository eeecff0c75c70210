import { describe, expect, it } from 'vitest';
import { momentOfSlug, momentsOf } from '../../src/lib/call/moments';

const DECK = [
	{ slug: 'idea', step: null },
	{ slug: 'first', step: 'a' },
	{ slug: 'pause', step: null },
	{ slug: 'second', step: 'b' }
];

describe('the moments of a deck', () => {
	it('are two for a step’s slide, before and after, and one for any other', () => {
		expect(momentsOf(DECK).map(({ slug, kind, steps }) => [slug, kind, steps])).toEqual([
			['idea', 'only', 0],
			['first', 'before', 0],
			['first', 'after', 1],
			['pause', 'only', 1],
			['second', 'before', 1],
			['second', 'after', 2]
		]);
	});

	it('know the slide and the step that they belong to', () => {
		expect(momentsOf(DECK).map(({ slide, step }) => [slide, step])).toEqual([
			[0, null],
			[1, 'a'],
			[1, 'a'],
			[2, null],
			[3, 'b'],
			[3, 'b']
		]);
	});

	it('of an empty deck are none', () => {
		expect(momentsOf([])).toEqual([]);
	});
});

describe('a slide that is asked for by its slug', () => {
	const moments = momentsOf(DECK);

	it.each([
		['idea', 0, 0],
		['first', 0, 1],
		['first', 1, 2],
		['first', 2, 2],
		['pause', 0, 3],
		['second', 0, 4],
		['second', 1, 4],
		['second', 2, 5]
	])('%s is opened, with %i steps performed, at moment %i', (slug, done, at) => {
		expect(momentOfSlug(moments, slug, done)).toBe(at);
	});

	it('that the deck does not have is nowhere', () => {
		expect(momentOfSlug(moments, 'nowhere', 2)).toBe(-1);
	});
});

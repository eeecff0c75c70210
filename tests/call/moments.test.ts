import { describe, expect, it } from 'vitest';
import { momentAtHead, momentOfSlug, momentsOf } from '../../src/lib/call/moments';
import { CALL, STEPS } from './course';

const [FIRST, SECOND, , FOURTH] = STEPS.map(({ id }) => id) as [string, string, string, string];

const DECK = [
	{ slug: 'idea', step: null },
	{ slug: 'first', step: FIRST },
	{ slug: 'pause', step: null },
	{ slug: 'second', step: SECOND }
];

describe('the moments of a deck', () => {
	it('are two for a step’s slide, before and after, and one for any other', () => {
		expect(momentsOf(CALL, DECK).map(({ slug, kind, steps }) => [slug, kind, steps])).toEqual([
			['idea', 'only', 0],
			['first', 'before', 0],
			['first', 'after', 1],
			['pause', 'only', 1],
			['second', 'before', 1],
			['second', 'after', 2]
		]);
	});

	it('know the slide and the step that they belong to', () => {
		expect(momentsOf(CALL, DECK).map(({ slide, step }) => [slide, step])).toEqual([
			[0, null],
			[1, FIRST],
			[1, FIRST],
			[2, null],
			[3, SECOND],
			[3, SECOND]
		]);
	});

	it('count the steps whose slides the deck leaves out', () => {
		const deck = [
			{ slug: 'first', step: FIRST },
			{ slug: 'fourth', step: FOURTH },
			{ slug: 'pause', step: null }
		];
		expect(momentsOf(CALL, deck).map(({ slug, kind, steps }) => [slug, kind, steps])).toEqual([
			['first', 'before', 0],
			['first', 'after', 1],
			['fourth', 'before', 3],
			['fourth', 'after', 4],
			['pause', 'only', 4]
		]);
	});

	it('of an idea are where the idea says that it stands', () => {
		const deck = [
			{ slug: 'first', step: FIRST },
			{ slug: 'idea', step: null, steps: 3 },
			{ slug: 'pause', step: null }
		];
		expect(momentsOf(CALL, deck).map(({ slug, steps }) => [slug, steps])).toEqual([
			['first', 0],
			['first', 1],
			['idea', 3],
			['pause', 3]
		]);
	});

	it('are not to be had of a step that there is not', () => {
		expect(() => momentsOf(CALL, [{ slug: 'wave', step: 'john-waves' }])).toThrow(
			new RangeError('There is no step "john-waves" in the lesson.')
		);
	});

	it('of an empty deck are none', () => {
		expect(momentsOf(CALL, [])).toEqual([]);
	});
});

describe('a slide that is asked for by its slug', () => {
	const moments = momentsOf(CALL, DECK);

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

describe('the moment at the live end', () => {
	const moments = momentsOf(CALL, [
		{ slug: 'idea', step: null },
		{ slug: 'first', step: FIRST },
		{ slug: 'pause', step: null },
		{ slug: 'fourth', step: FOURTH }
	]);

	it.each([
		[0, 0],
		[1, 2],
		[2, 2],
		[3, 4],
		[4, 5],
		[9, 5]
	])('is, with %i steps performed, moment %i', (done, at) => {
		expect(momentAtHead(moments, done)).toBe(at);
	});

	it('is the first where all moments are ahead, and where there are none', () => {
		expect(momentAtHead(momentsOf(CALL, [{ slug: 'fourth', step: FOURTH }]), 0)).toBe(0);
		expect(momentAtHead([], 3)).toBe(0);
	});
});

import { describe, expect, it } from 'vitest';
import { countsAsRead, progressOf, READ_AFTER, withRead } from '../../src/lib/deck/read-slides';

describe('a slide', () => {
	it('counts as read once its last moment was on the screen for a while', () => {
		expect(countsAsRead('only', READ_AFTER)).toBe(true);
		expect(countsAsRead('after', READ_AFTER)).toBe(true);
	});

	it('does not count as read while it is passed by', () => {
		expect(countsAsRead('only', READ_AFTER - 1)).toBe(false);
		expect(countsAsRead('after', 0)).toBe(false);
	});

	it('does not count as read before its step is performed, however long one looks', () => {
		expect(countsAsRead('before', 1e9)).toBe(false);
	});
});

describe('what was read', () => {
	it('has each slide once', () => {
		const once = withRead(['architecture'], 'vocabulary');
		expect(once).toEqual(['architecture', 'vocabulary']);
		expect(withRead(once, 'architecture')).toBe(once);
	});
});

describe('the line of progress', () => {
	const outline = [
		{ slug: 'architecture', act: 'opening', title: 'Who takes part' },
		{ slug: 'vocabulary', act: 'opening', title: 'Twelve words' },
		{ slug: 'connected', act: 'ice', title: 'Connected' }
	];

	it('has a mark for each slide, in the order of the deck', () => {
		const { marks, count } = progressOf(outline, ['connected', 'architecture']);
		expect(marks.map(({ slug, isRead }) => [slug, isRead])).toEqual([
			['architecture', true],
			['vocabulary', false],
			['connected', true]
		]);
		expect(count).toBe(2);
	});

	it('tells where an act begins', () => {
		const { marks } = progressOf(outline, []);
		expect(marks.map(({ beginsAct }) => beginsAct)).toEqual([true, false, true]);
	});

	it('does not count a slide that the deck does not have any more', () => {
		expect(progressOf(outline, ['gone']).count).toBe(0);
	});
});

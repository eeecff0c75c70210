import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keep, recall } from '../../src/lib/state/kept';

beforeEach(() => localStorage.clear());
afterEach(() => {
	vi.restoreAllMocks();
	localStorage.clear();
});

describe('what this browser keeps', () => {
	it('is nothing at first', () => {
		expect(recall('place')).toBeNull();
		expect(recall('sources')).toBeNull();
		expect(recall('letters')).toBeNull();
	});

	it('is there on the next visit', () => {
		keep('place', { slug: 'jane-creates-answer', kind: 'before' });
		keep('sources', { john: 'none', jane: 'camera' });
		keep('speed', 0.5);
		keep('theme', 'dark');
		keep('letters', false);
		expect(recall('place')).toEqual({ slug: 'jane-creates-answer', kind: 'before' });
		expect(recall('sources')).toEqual({ john: 'none', jane: 'camera' });
		expect([recall('speed'), recall('theme'), recall('letters')]).toEqual([0.5, 'dark', false]);
	});

	it('stands under a name of the site’s own', () => {
		keep('theme', 'light');
		expect(Object.keys(localStorage)).toEqual(['parley:theme']);
	});

	it('is the tab’s own where it is about its screen', () => {
		const screen = { isBlack: false, isMasked: true, isRecorded: false };
		keep('screen', screen);
		expect(recall('screen')).toEqual(screen);
		expect(localStorage.length).toBe(0);
		sessionStorage.clear();
		expect(recall('screen')).toBeNull();
	});

	it.each([
		['no JSON', 'not JSON'],
		['another shape', '{"john":"camera"}'],
		['a value that no longer exists', '{"john":"screen","jane":"pattern"}'],
		['nothing', 'null']
	])('is as good as never kept where it is %s', (_, text) => {
		localStorage.setItem('parley:sources', text);
		expect(recall('sources')).toBeNull();
	});

	it.each([-1, 8.64e15 + 1])('is no time that no date can hold: %d', (at) => {
		const given = { said: 'One.', at, call: null };
		localStorage.setItem('parley:answers', JSON.stringify({ 'media-flows#x': given }));
		expect(recall('answers')).toBeNull();
		localStorage.setItem('parley:talk', JSON.stringify({ began: at, before: 0 }));
		expect(recall('talk')).toBeNull();
	});

	it('is nothing where the browser forbids storage, and nobody is disturbed', () => {
		vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
			throw new DOMException('forbidden', 'SecurityError');
		});
		expect(() => keep('theme', 'dark')).not.toThrow();
		expect(recall('theme')).toBeNull();
	});
});

import { describe, expect, it } from 'vitest';
import { nearPages } from '../../src/lib/deck/near';

const PAGES = [
	{ path: '/walk/john-creates-offer', title: 'John creates an offer' },
	{ path: '/walk/jane-creates-answer', title: 'Jane creates an answer' },
	{ path: '/walk/connected', title: 'Connected' },
	{ path: '/inspect', title: 'Inspect' }
];
const near = (path: string) => nearPages(path, PAGES).map((page) => page.path);

describe('near a path that there is not', () => {
	it.each([
		['a slip of the finger', '/walk/john-creates-ofer', '/walk/john-creates-offer'],
		['a word left out', '/walk/create-offer', '/walk/john-creates-offer'],
		['another order', '/walk/answer-jane-creates', '/walk/jane-creates-answer'],
		['another place', '/slides/connected', '/walk/connected'],
		['a page of its own', '/inspector', '/inspect'],
		['a title', '/walk/Jane%20creates%20an%20answer', '/walk/jane-creates-answer']
	])('is, by %s, the page that was meant', (_, path, meant) => {
		expect(near(path)[0]).toBe(meant);
	});

	it('is nothing where nothing is like it', () => {
		expect(near('/wp-login.php')).toEqual([]);
		expect(near('/')).toEqual([]);
	});

	it('are no more pages than are asked for, the nearest first', () => {
		expect(nearPages('/walk/creates', PAGES, 1)).toHaveLength(1);
		expect(near('/walk/jane-creates')[0]).toBe('/walk/jane-creates-answer');
	});
});

import { describe, expect, it } from 'vitest';
import { around, find } from '../../src/lib/ui/stage/find';

const SLIDES = [
	'What is WebRTC?',
	'Twelve words',
	'John’s offer',
	'Connected',
	'John creates it'
].map((title, index) => ({ number: index + 1, title }));
const MANY = Array.from({ length: 32 }, (_, index) => ({
	number: index + 1,
	title: `No ${index}`
}));
const titles = (typed: string) => find(SLIDES, typed).map(({ title }) => title);

describe('a slide is found', () => {
	it('by its number, before those whose numbers begin so', () => {
		expect(find(MANY, '3').map(({ number }) => number)).toEqual([3, 30, 31, 32]);
	});
	it('by words in any order, whatever their case', () => {
		expect(titles('it CREATES')).toEqual(['John creates it']);
	});
	it('without its quotes and accents', () => {
		expect(titles('johns öffer')).toEqual(['John’s offer']);
	});
	it('first where its title begins so', () => {
		expect(titles('c')[0]).toBe('Connected');
	});
	it('not at all where nothing fits', () => {
		expect(titles('fax')).toEqual([]);
		expect(find(SLIDES, '99')).toEqual([]);
	});
	it('among all where nothing was typed', () => {
		expect(titles(' ')).toHaveLength(SLIDES.length);
	});
});

describe('around the one that is chosen', () => {
	const list = [0, 1, 2, 3, 4, 5, 6, 7, 8];
	it.each([
		[0, [0, 1, 2, 3]],
		[2, [0, 1, 2, 3]],
		[4, [2, 3, 4, 5]],
		[8, [5, 6, 7, 8]]
	])('stand those beside %i, as many as there is room for', (chosen, shown) => {
		expect(around(list, chosen, 4)).toEqual(shown);
	});
	it('stand all where all have room', () => {
		expect(around(list, 4, 20)).toEqual(list);
	});
});

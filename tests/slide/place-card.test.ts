import { describe, expect, it } from 'vitest';
import { placeCard } from '../../src/lib/ui/slide/place-card';

const WINDOW = { width: 390, height: 844 };
const CARD = { width: 350, height: 160 };
const wordAt = (left: number, top: number) => ({ left, top, bottom: top + 24 });

describe('a card that explains a word', () => {
	it('stands beneath the word, flush with its left edge', () => {
		expect(placeCard(wordAt(20, 100), CARD, WINDOW)).toEqual({ left: 20, top: 130 });
	});

	it('stands above where there is no room beneath', () => {
		expect(placeCard(wordAt(20, 760), CARD, WINDOW)).toEqual({ left: 20, top: 594 });
	});

	it('stays inside the window sideways', () => {
		expect(placeCard(wordAt(300, 100), CARD, WINDOW).left).toBe(24);
		expect(placeCard(wordAt(-40, 100), CARD, WINDOW).left).toBe(16);
	});

	it('is seen from its beginning where there is room neither beneath nor above', () => {
		const low = { width: 390, height: 200 };
		expect(placeCard(wordAt(20, 90), CARD, low).top).toBe(24);
		expect(placeCard(wordAt(20, 90), { width: 350, height: 400 }, low).top).toBe(16);
	});
});

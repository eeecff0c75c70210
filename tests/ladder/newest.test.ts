import { describe, expect, it } from 'vitest';
import { newestWords } from '../../src/lib/ui/ladder/newest';
import { Story } from './trace';

describe('the line of a folded ladder', () => {
	it('says what happened last', () => {
		const story = new Story().does('john', 'createOffer').sent('john', 1, {
			description: { type: 'offer', sdp: '' }
		});
		const { entries } = story;
		expect(newestWords(entries, entries.length, {})).toBe(
			'John sends offer to Jane, waiting for Jane'
		);
		expect(newestWords(entries, entries.length - 1, {})).toMatch(
			/^John calls createOffer, resolved/
		);
	});

	it('says nothing where nothing has happened', () => {
		expect(newestWords([], 0, {})).toBeNull();
	});
});

import { describe, expect, it } from 'vitest';
import { searchOf, tableOf } from '../../src/lib/tabs/table';

const asked = (search: string) => tableOf(new URLSearchParams(search));

describe('where an address says that its tab sits', () => {
	it('is nowhere without a seat', () => {
		expect(asked('')).toBe(null);
		expect(asked('?room=2')).toBe(null);
	});

	it('is a seat, in the main room unless another is named', () => {
		expect(asked('?seat=john')).toEqual({ room: 'main', seats: ['john'] });
		expect(asked('?seat=jane&room=2')).toEqual({ room: '2', seats: ['jane'] });
		expect(asked('?seat=jane&room=')).toEqual({ room: 'main', seats: ['jane'] });
	});

	it('is among those who watch for a seat that there is not', () => {
		expect(asked('?seat=none')?.seats).toEqual([]);
		expect(asked('?seat=eve')?.seats).toEqual([]);
	});

	it('comes back from what is written of it', () => {
		for (const search of ['?seat=john', '?seat=jane&room=2', '?seat=none&room=a+%26+b']) {
			expect(searchOf(asked(search)!)).toBe(search);
		}
	});
});

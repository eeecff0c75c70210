import { describe, expect, it } from 'vitest';
import { Company } from '../../src/lib/tabs/company';
import type { MessageOf } from '../../src/lib/tabs/messages';

const here = (change: Partial<MessageOf<'here'>> = {}): MessageOf<'here'> => ({
	type: 'here',
	seats: [],
	doing: 'reading',
	hosting: null,
	deck: 'full',
	ask: false,
	...change
});

describe('the company of a tab', () => {
	it('knows who sits where, and what they do', () => {
		const company = new Company();
		company.heard('a', here({ seats: ['john'], doing: 'working' }));
		company.heard('b', here());
		expect(company.seats).toEqual(['john']);
		expect(company.doingAt('john')).toBe('working');
		expect(company.doingAt('jane')).toBe(null);
		expect(company.spectators).toBe(1);
	});

	it('says whether what it heard is new', () => {
		const company = new Company();
		expect(company.heard('a', here({ seats: ['jane'] }))).toBe(true);
		expect(company.heard('a', here({ seats: ['jane'] }))).toBe(false);
		expect(company.heard('a', here({ seats: ['jane'], doing: 'away' }))).toBe(true);
	});

	it('forgets who is gone, and keeps who came in the same seat', () => {
		const company = new Company();
		company.heard('a', here({ seats: ['john'] }));
		company.heard('b', here({ seats: ['john'] }));
		company.gone('a');
		expect(company.seats).toEqual(['john']);
		company.gone('b');
		expect(company.seats).toEqual([]);
	});
});

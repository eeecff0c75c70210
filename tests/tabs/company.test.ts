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
		expect(company.at('john')?.doing).toBe('working');
		expect(company.at('jane')).toBe(null);
		expect(company.spectators).toBe(1);
	});

	it('knows which deck whoever sits in a seat shows', () => {
		const company = new Company();
		company.heard('a', here({ seats: ['jane'], deck: 'glare' }));
		expect([company.at('john'), company.at('jane')?.deck]).toEqual([null, 'glare']);
	});

	it('says whether what it heard is new', () => {
		const company = new Company();
		expect(company.heard('a', here({ seats: ['jane'] }))).toBe(true);
		expect(company.heard('a', here({ seats: ['jane'] }))).toBe(false);
		expect(company.heard('a', here({ seats: ['jane'], doing: 'away' }))).toBe(true);
	});

	it('believes the last claim to a seat: a page that was reloaded is heard before it is gone', () => {
		const company = new Company();
		company.heard('a', here({ seats: ['john', 'jane'] }));
		company.heard('b', here({ seats: ['john'] }));
		expect(company.holders).toEqual({ john: 'b', jane: 'a' });
		expect([company.seatsOf('a'), company.seatsOf('b')]).toEqual([['jane'], ['john']]);
		company.gone('a');
		expect(company.holders).toEqual({ john: 'b', jane: null });
		company.gone('b');
		expect(company.seats).toEqual([]);
	});

	it('does not let who sat there before claim the seat again by what it does', () => {
		const company = new Company();
		company.heard('a', here({ seats: ['john'] }));
		company.heard('b', here({ seats: ['john'] }));
		company.heard('a', here({ seats: ['john'], doing: 'working' }));
		expect(company.holders.john).toBe('b');
		expect(company.at('john')?.doing).toBe('reading');
	});

	it('finds the one who is there where claims were heard in the wrong order', () => {
		const company = new Company();
		company.heard('new', here({ seats: ['john'] }));
		company.heard('old', here({ seats: ['john'] }));
		company.gone('old');
		expect(company.holders.john).toBe('new');
	});
});

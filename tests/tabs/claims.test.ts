import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Claims, type MemberClaims } from '../../src/lib/tabs/claims';

const waits: MemberClaims = { host: { holds: false, term: 0 } };
const holds = (term = 1): MemberClaims => ({ host: { holds: true, term } });

describe('the claims of a room', () => {
	it('know who holds a lock, and who was heard first of those who wait', () => {
		const claims = new Claims();
		claims.heard('a', holds());
		claims.heard('c', waits);
		claims.heard('b', waits);
		expect([claims.holderOf('host'), claims.firstFor('host')]).toEqual(['a', 'c']);
		expect(claims.held).toEqual(new Set(['host']));
		claims.heard('a', null);
		claims.heard('c', null);
		expect([claims.holderOf('host'), claims.firstFor('host')]).toEqual([null, 'b']);
		expect(claims.held).toEqual(new Set());
	});

	it('keep the place of one who says again that it waits', () => {
		const claims = new Claims();
		claims.heard('a', waits);
		claims.heard('b', waits);
		claims.heard('a', { ...waits, 'seat/john': { holds: true, term: 1 } });
		expect(claims.firstFor('host')).toBe('a');
	});

	it('give a lock to the later term, whoever is heard last', () => {
		const claims = new Claims();
		claims.heard('a', holds(2));
		claims.heard('b', holds(1));
		expect(claims.holderOf('host')).toBe('a');
		claims.heard('b', holds(3));
		expect([claims.holderOf('host'), claims.termOf('host', 'a')]).toEqual(['b', 2]);
	});

	it('remember the latest term when whoever held the lock by it is gone', () => {
		const claims = new Claims();
		claims.heard('a', holds(7));
		claims.heard('a', null);
		expect(claims.latestTerm('host')).toBe(7);
	});

	it('have one holder for all who heard the same, in whatever order of members', () => {
		const member = fc.constantFrom('a', 'b', 'c', 'd');
		const claim = fc.record({ holds: fc.boolean(), term: fc.nat(3) });
		const heard = fc.tuple(member, fc.option(fc.record({ host: claim })));
		fc.assert(
			fc.property(fc.array(heard), (all) => {
				const last = new Map(all);
				const [one, other] = [new Claims(), new Claims()];
				for (const [name, said] of all) one.heard(name, said);
				for (const [name, said] of last) other.heard(name, said);
				expect(one.holderOf('host')).toBe(other.holderOf('host'));
				const holders = [...last].filter(([, said]) => said?.host.holds);
				expect(one.holderOf('host') === null).toBe(holders.length === 0);
			})
		);
	});
});

import { describe, expect, it } from 'vitest';
import {
	callBetween,
	DEPENDENCES,
	KINDS,
	matrix,
	SERVERS,
	simulate,
	TELLING_KINDS,
	whyOf,
	type Call,
	type Kind,
	type Outcome,
	type Servers
} from '../../src/lib/nat';
import { ALL_CALLS, ALL_NATS, called } from './calls';

const outcomes = new Map(ALL_CALLS.map((call) => [called(call), simulate(call)]));
const outcomeOf = (call: Call): Outcome => outcomes.get(called(call)) ?? simulate(call);
const between = (john: Kind, jane: Kind, servers: Servers) =>
	simulate(callBetween(john, jane, servers));

/** The pair of a call as John sees it; null where there is none. */
const pairOf = ({ selected }: Outcome) =>
	selected && `${selected.john.local} ↔ ${selected.john.remote}`;
const table = (servers: Servers, kinds: readonly Kind[]) =>
	matrix(servers, kinds).map((row) => row.map(({ outcome }) => pairOf(outcome)));
const failing = (calls: readonly Call[]) =>
	calls.filter((call) => !outcomeOf(call).connected).map(called);

describe('the table of none, cone and symmetric', () => {
	it('has a call without a server only where one side is public', () => {
		expect(table('none', TELLING_KINDS)).toEqual([
			['host ↔ host', 'host ↔ prflx', 'host ↔ prflx'],
			['prflx ↔ host', null, null],
			['prflx ↔ host', null, null]
		]);
	});

	it('has one with STUN, but where a symmetric NAT meets one that filters by port', () => {
		expect(table('stun', TELLING_KINDS)).toEqual([
			['host ↔ host', 'host ↔ srflx', 'host ↔ prflx'],
			['srflx ↔ host', 'srflx ↔ srflx', null],
			['prflx ↔ host', null, null]
		]);
	});

	// What Firefox's own simulation of NATs selects: srflx ↔ srflx, and prflx ↔ relay between two symmetric ones.
	it('has one everywhere with TURN, relayed only where nothing else works', () => {
		expect(table('turn', TELLING_KINDS)).toEqual([
			['host ↔ host', 'host ↔ srflx', 'host ↔ prflx'],
			['srflx ↔ host', 'srflx ↔ srflx', 'relay ↔ prflx'],
			['prflx ↔ host', 'prflx ↔ relay', 'prflx ↔ relay']
		]);
	});
});

describe('two networks', () => {
	const apart = ALL_CALLS.filter(({ john, jane }) => john && jane);

	// RFC 1918, 3: a private address leads nowhere outside.
	it('never meet without a server, whatever their NATs let in', () => {
		const met = apart.filter((call) => call.servers === 'none' && outcomeOf(call).connected);
		expect(met.map(called)).toEqual([]);
	});

	it('meet without one where either is public, and the other is then prflx (RFC 8445, 7.3.1.3)', () => {
		for (const call of ALL_CALLS.filter(({ servers }) => servers === 'none')) {
			if (Boolean(call.john) === Boolean(call.jane)) continue;
			expect(pairOf(outcomeOf(call)), called(call)).toBe(
				call.john ? 'prflx ↔ host' : 'host ↔ prflx'
			);
		}
	});

	it('fail with STUN alone for exactly those who map anew and meet a filter by port, or do both', () => {
		const rows = matrix('stun').flat();
		expect(
			rows.filter(({ outcome }) => !outcome.connected).map(({ john, jane }) => `${john} × ${jane}`)
		).toEqual([
			'port-restricted cone × symmetric',
			'symmetric × port-restricted cone',
			'symmetric × symmetric'
		]);
	});

	it.each(['full cone', 'restricted cone'] as const)(
		'of which one is symmetric meet with STUN where the other is a %s',
		(kind) => {
			expect(pairOf(between('symmetric', kind, 'stun'))).toBe('prflx ↔ srflx');
			expect(pairOf(between(kind, 'symmetric', 'stun'))).toBe('srflx ↔ prflx');
		}
	);

	it('always meet with TURN', () => {
		expect(failing(ALL_CALLS.filter(({ servers }) => servers === 'turn'))).toEqual([]);
	});

	it('take the relay only where STUN alone would fail', () => {
		for (const call of ALL_CALLS.filter(({ servers }) => servers === 'turn')) {
			const isRelayed = pairOf(outcomeOf(call))!.includes('relay');
			const alone = outcomeOf({ ...call, servers: 'stun' });
			expect(isRelayed, called(call)).toBe(!alone.connected);
			if (!isRelayed) expect(pairOf(outcomeOf(call)), called(call)).toBe(pairOf(alone));
		}
	});
});

describe('one network', () => {
	it('is left by no check: both meet at the addresses of their machines', () => {
		for (const nat of ALL_NATS) {
			for (const servers of SERVERS) {
				const call = {
					john: nat,
					jane: nat,
					servers,
					isShared: true,
					controlling: 'john'
				} as const;
				const { selected, packets } = simulate(call);
				expect(selected?.john, called(call)).toEqual({ local: 'host', remote: 'host' });
				const checks = packets.filter(
					({ message, fate }) => message.kind === 'check' && fate === 'arrived'
				);
				expect(checks.some(({ hops }) => hops.some(({ at }) => at === 'john-nat'))).toBe(false);
			}
		}
	});
});

describe('any call', () => {
	it('comes to the same twice', () => {
		for (const call of ALL_CALLS) expect(simulate(call)).toEqual(outcomeOf(call));
	});

	it('is the same seen from the other side, where the other offers', () => {
		for (const call of ALL_CALLS) {
			const turned = simulate({ ...call, john: call.jane, jane: call.john, controlling: 'jane' });
			const { selected } = outcomeOf(call);
			expect(turned.selected, called(call)).toEqual(
				selected && { john: selected.jane, jane: selected.john }
			);
		}
	});

	it('comes about or not whoever offers', () => {
		for (const call of ALL_CALLS) {
			const other = simulate({ ...call, controlling: 'jane' });
			expect(other.connected, called(call)).toBe(outcomeOf(call).connected);
		}
	});

	it('has one pair, of which each side sees the two ends alike', () => {
		for (const call of ALL_CALLS) {
			const { selected } = outcomeOf(call);
			if (!selected) continue;
			expect(selected.jane, called(call)).toEqual({
				local: selected.john.remote,
				remote: selected.john.local
			});
		}
	});

	it('is never worse for a server more', () => {
		for (const call of ALL_CALLS) {
			if (!outcomeOf(call).connected) continue;
			for (const servers of SERVERS.slice(SERVERS.indexOf(call.servers))) {
				expect(outcomeOf({ ...call, servers }).connected, called(call)).toBe(true);
			}
		}
	});

	it.each(['filtering', 'mapping'] as const)('is never worse for a looser %s', (habit) => {
		const isDirect = (outcome: Outcome) => outcome.connected && !pairOf(outcome)!.includes('relay');
		for (const call of ALL_CALLS) {
			const { john } = call;
			if (!john) continue;
			const before = outcomeOf(call);
			for (const looser of DEPENDENCES.slice(0, DEPENDENCES.indexOf(john[habit]))) {
				const after = outcomeOf({ ...call, john: { ...john, [habit]: looser } });
				expect([before.connected && !after.connected, called(call)]).toEqual([false, called(call)]);
				expect([isDirect(before) && !isDirect(after), called(call)]).toEqual([false, called(call)]);
			}
		}
	});

	it('does not depend on whether a NAT keeps ports', () => {
		for (const call of ALL_CALLS) {
			const other = call.john && { ...call.john, preservesPort: !call.john.preservesPort };
			expect(pairOf(outcomeOf({ ...call, john: other })), called(call)).toBe(
				pairOf(outcomeOf(call))
			);
		}
	});

	it('has a reason for each packet that is dropped, and none for one that arrives', () => {
		for (const [call, { packets }] of outcomes) {
			for (const { fate, why, hops, number } of packets) {
				const last = hops.at(-1)!;
				expect(last.did, `${call}, ${number}`).toBe(fate);
				expect(why === null, `${call}, ${number}`).toBe(fate === 'arrived');
				expect(hops.every(({ says }) => /^[A-Z].*\.$/.test(says))).toBe(true);
			}
		}
	});

	it('ends, and its packets are numbered in order', () => {
		for (const [call, { packets }] of outcomes) {
			expect(packets.length, call).toBeLessThan(120);
			expect(packets.map(({ number }) => number)).toEqual(packets.map((_, index) => index + 1));
		}
	});

	// RFC 8445, 7.2.5.2.1 and 7.3.1: what a response answers was a request, and the way back is the way it came.
	it('has an answer for each request that arrives', () => {
		for (const [call, { packets }] of outcomes) {
			const answered = packets.filter(({ message }) => message.is === 'response');
			const asked = packets.filter(
				({ message, fate }) => message.is === 'request' && fate === 'arrived'
			);
			expect(
				answered.map(({ message }) => message.transaction),
				call
			).toEqual(expect.arrayContaining(asked.map(({ message }) => message.transaction)));
			expect(answered).toHaveLength(asked.length);
		}
	});
});

describe('why', () => {
	const why = (john: Kind, jane: Kind, servers: Servers) => {
		const call = callBetween(john, jane, servers);
		return whyOf(call, simulate(call));
	};

	it('is told in other words for each kind of reason', () => {
		expect(why('none', 'none', 'none')).toMatch(/^Both have public addresses/);
		expect(why('full cone', 'full cone', 'none')).toMatch(/private address/);
		expect(why('symmetric', 'none', 'none')).toMatch(/^Anybody can send to Jane\..*prflx\.$/);
		expect(why('none', 'full cone', 'stun')).toMatch(/^Anybody can send to John\.(?!.*prflx)/);
		expect(why('restricted cone', 'full cone', 'stun')).toMatch(/STUN has told it/);
		expect(why('symmetric', 'restricted cone', 'stun')).toMatch(/^John’s NAT.*address alone/);
		expect(why('full cone', 'symmetric', 'stun')).toMatch(/^Jane’s NAT.*lets in anybody/);
		expect(why('symmetric', 'port-restricted cone', 'stun')).toMatch(/nobody could tell her that/);
		expect(why('symmetric', 'symmetric', 'stun')).toMatch(/^Each NAT.*Neither/);
		expect(why('symmetric', 'symmetric', 'turn')).toMatch(/^Each NAT.*Neither.*But the relay/);
	});

	it('is told of every call', () => {
		for (const call of ALL_CALLS) expect(whyOf(call, outcomeOf(call))).toMatch(/^[A-Z].*\.$/);
	});

	it('is told of one network', () => {
		const call = { ...callBetween('symmetric', 'symmetric', 'none'), isShared: true };
		expect(whyOf(call, simulate(call))).toMatch(/^Both are in one network/);
	});
});

it('has a public host with no candidate beside the host one, which a server sees (RFC 8445, 5.1.3)', () => {
	const { gathered } = between('none', 'symmetric', 'stun');
	expect(gathered.john.map(({ type }) => type)).toEqual(['host']);
	expect(gathered.jane.map(({ type }) => type)).toEqual(['host', 'srflx']);
});

it('names five kinds, from the loosest to the strictest', () => {
	expect(KINDS).toHaveLength(5);
	const reached = KINDS.map(
		(kind) =>
			matrix('stun')
				.flat()
				.filter(({ john, outcome }) => john === kind && outcome.connected).length
	);
	expect(reached).toEqual([5, 5, 5, 4, 3]);
});

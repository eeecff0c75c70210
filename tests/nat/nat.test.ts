import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NatBehaviour } from '../../src/lib/nat';
import { written, type Endpoint } from '../../src/lib/nat/endpoint';
import { Nat } from '../../src/lib/nat/nat';
import { ALL_NATS } from './calls';

const OUTSIDE = '203.0.113.1';
const inside: Endpoint = { address: '192.168.1.10', port: 50001 };
const at = (address: string, port: number): Endpoint => ({ address, port });
const [X, X2, Y] = [at('192.0.2.1', 1), at('192.0.2.1', 2), at('192.0.2.9', 1)];

const natOf = (behaviour: Partial<NatBehaviour>) =>
	new Nat(
		OUTSIDE,
		{
			mapping: 'endpoint-independent',
			filtering: 'endpoint-independent',
			preservesPort: false,
			...behaviour
		},
		61001
	);

describe('mapping (RFC 4787, 4.1)', () => {
	it.each([
		['endpoint-independent', 1],
		['address-dependent', 2],
		['address-and-port-dependent', 3]
	] as const)('%s has %i mappings for two ports of a host and one of another', (mapping, count) => {
		const nat = natOf({ mapping });
		const seen = [X, X2, Y, X, Y].map((to) => written(nat.leave(inside, to).outside));
		expect(new Set(seen).size).toBe(count);
		expect(seen[3]).toBe(seen[0]);
		expect(seen[4]).toBe(seen[2]);
	});

	// RFC 4787, 4.2.1
	it('keeps the port where it does so and nobody has it, and else takes another', () => {
		const nat = natOf({ preservesPort: true });
		expect(nat.leave(inside, X).outside).toEqual(at(OUTSIDE, 50001));
		expect(nat.leave(at('192.168.1.11', 50001), X).outside).toEqual(at(OUTSIDE, 61001));
	});
});

describe('filtering (RFC 4787, 5)', () => {
	it.each([
		['endpoint-independent', [true, true, true]],
		['address-dependent', [true, true, false]],
		['address-and-port-dependent', [true, false, false]]
	] as const)(
		'%s lets in, of whom was sent to, his other port, and another host: %j',
		(filtering, open) => {
			const nat = natOf({ filtering });
			const { outside } = nat.leave(inside, X);
			expect([X, X2, Y].map((from) => nat.enter(from, outside).inside !== null)).toEqual(open);
		}
	);

	it('lets nobody in where nothing is mapped', () => {
		expect(natOf({}).enter(X, at(OUTSIDE, 61001))).toEqual({ inside: null, isMapped: false });
	});
});

const endpoint = fc.record({
	address: fc.constantFrom('192.0.2.1', '192.0.2.2', '192.0.2.3'),
	port: fc.integer({ min: 1, max: 3 })
});
const socket = fc.record({
	address: fc.constantFrom('10.0.0.1', '10.0.0.2'),
	port: fc.integer({ min: 61000, max: 61002 })
});
const behaviour = fc.constantFrom(...ALL_NATS.filter((one) => one !== null));
const packets = fc.array(fc.tuple(socket, endpoint), { maxLength: 30 });

describe('any NAT, whatever leaves it', () => {
	it('gives no two sockets one place outside', () => {
		fc.assert(
			fc.property(behaviour, packets, (one, sent) => {
				const nat = new Nat(OUTSIDE, one, 61001);
				const owner = new Map<string, string>();
				for (const [from, to] of sent) {
					const outside = written(nat.leave(from, to).outside);
					expect(owner.get(outside) ?? written(from)).toBe(written(from));
					owner.set(outside, written(from));
				}
			}),
			{ seed: 4787, numRuns: 300 }
		);
	});

	it('lets in the answer to whatever has left, to the socket that it left from', () => {
		fc.assert(
			fc.property(behaviour, packets, (one, sent) => {
				const nat = new Nat(OUTSIDE, one, 61001);
				for (const [from, to] of sent) {
					const { outside } = nat.leave(from, to);
					expect(nat.enter(to, outside).inside).toEqual(from);
				}
			}),
			{ seed: 4787, numRuns: 300 }
		);
	});

	it('that filters by address and port lets in nobody else', () => {
		fc.assert(
			fc.property(behaviour, packets, endpoint, (one, sent, stranger) => {
				const nat = new Nat(OUTSIDE, { ...one, filtering: 'address-and-port-dependent' }, 61001);
				const seen = sent.map(([from, to]) => ({ to, outside: nat.leave(from, to).outside }));
				for (const { outside } of seen) {
					const wasSentTo = seen.some(
						({ to, outside: other }) =>
							written(to) === written(stranger) && written(other) === written(outside)
					);
					expect(nat.enter(stranger, outside).inside !== null).toBe(wasSentTo);
				}
			}),
			{ seed: 4787, numRuns: 300 }
		);
	});
});

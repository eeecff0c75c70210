import { describe, expect, it } from 'vitest';
import { callBetween, simulate, type Kind, type Servers } from '../../src/lib/nat';
import { AT, pathOf, wayOf } from '../../src/lib/ui/nat/map';

const between = (john: Kind, jane: Kind, servers: Servers) =>
	simulate(callBetween(john, jane, servers));
const height = AT.john[1];

describe('the way that is drawn', () => {
	it('of a call without a relay stays between the NATs, and ends at Jane', () => {
		const path = pathOf(between('port-restricted cone', 'restricted cone', 'turn'));
		expect(path).toHaveLength(3);
		expect(path.every(({ from, to }) => from[1] === height && to[1] === height)).toBe(true);
		expect(path.at(-1)!.to[0]).toBeGreaterThan(AT['jane-nat'][0]);
	});

	it.each([
		['symmetric', 'symmetric'],
		['port-restricted cone', 'symmetric'],
		['symmetric', 'port-restricted cone']
	] as const)('of a call that is relayed, %s × %s, passes the server', (john, jane) => {
		const path = pathOf(between(john, jane, 'turn'));
		expect(path).toHaveLength(4);
		expect(path[1]!.to[1]).toBeLessThan(height);
		expect(path[2]!.from[1]).toBeLessThan(height);
	});

	it('of a call that does not come about is none', () => {
		expect(pathOf(between('symmetric', 'symmetric', 'stun'))).toEqual([]);
	});

	it('of a packet ends where it was dropped', () => {
		const { packets } = between('symmetric', 'symmetric', 'stun');
		const dropped = packets.filter(({ fate }) => fate === 'dropped');
		const places = dropped.map((packet) => [packet.hops.at(-1)!.at, wayOf(packet).at(-1)!.to[0]]);
		expect(places.length).toBeGreaterThan(3);
		for (const [place, x] of places as ['outside' | 'jane-nat' | 'john-nat', number][]) {
			expect(Math.abs(x - AT[place][0]), place).toBeLessThan(35);
		}
	});
});

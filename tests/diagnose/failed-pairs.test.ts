import { describe, expect, it } from 'vitest';
import { failedPairs, type ToldChecks } from '../../src/lib/diagnose';

/** What is said of pairs of these ends, all of which failed. */
const failed = (...ends: readonly (readonly [local: string, remote: string])[]) =>
	failedPairs(
		ends.map(([local, remote], at) => ({
			local: `${local}:5000/udp(host)`,
			remote: `${remote}:6000/udp(host)`,
			state: 'failed',
			line: at + 1
		}))
	);

describe('of pairs that have all failed', () => {
	it.each([
		['203.0.113.4', '172.17.0.4'],
		['192.168.7.4', '10.0.0.5'],
		['[2001:db8::1]', '[fd00::5]'],
		['192.168.7.4', '172.17.x.x'],
		['203.0.x.x', '10.0.x.x']
	])('the reason is that the other side is inside: %s → %s', (local, remote) => {
		expect(failed([local, remote])).toMatchObject({ id: 'ice.remote-only-private' });
	});

	it.each([
		['192.168.7.4', '203.0.113.9'],
		['192.168.7.4', '203.0.x.x'],
		['192.168.7.4', 'x.x.x.x'],
		['192.168.7.4', '[redacted]'],
		['192.168.7.4', 'Icd']
	])('no reason is claimed where the other side may be outside: %s → %s', (local, remote) => {
		expect(failed([local, remote])).toMatchObject({ id: 'ice.all-pairs-failed' });
	});

	it('it is not the addresses where both ends are in one network', () => {
		const found = failed(['192.168.1.2', '10.0.0.5'], ['192.168.1.2', '192.168.1.10']);
		expect(found).toMatchObject({ id: 'ice.all-pairs-failed' });
		expect(found!.claim).toContain('both sides have an address in 192.168.1.x');
	});

	it('the network of containers is on every machine, and says nothing', () => {
		expect(failed(['172.17.0.1', '172.17.0.4'])).toMatchObject({ id: 'ice.remote-only-private' });
	});

	it('mean a NAT where both sides are behind one, and a relay only where there is none', () => {
		const of = (local: string, remote: string) =>
			failedPairs([{ local, remote, state: 'failed', line: 1 }])?.id;
		const mine = '192.168.7.4:50001/udp(host)';
		expect(of(mine, '203.0.113.7:50002/udp(srflx)')).toBe('ice.no-relay');
		expect(of(mine, '203.0.113.7:50002/udp(serverreflexive)')).toBe('ice.no-relay');
		expect(of(mine, '203.0.113.7:50002/udp(host)')).toBe('ice.all-pairs-failed');
		expect(of('198.51.100.4:50001/udp(relay)', '203.0.113.7:50002/udp(srflx)')).toBe(
			'ice.all-pairs-failed'
		);
	});

	it('are no matter of a network where the checks of the other side arrive', () => {
		const of = (checks: ToldChecks, remote = '10.0.0.5:6000/udp(host)') =>
			failedPairs([
				{ local: '203.0.113.4:5000/udp(host)', remote, state: 'in-progress', line: 9, checks }
			]);
		const found = of({ sent: 40, answered: 0, arrived: 6, replied: 5 });
		expect(found).toMatchObject({ id: 'ice.one-way', severity: 'breaks the call' });
		expect(found!.claim).toBe(
			'No check of the only pair was answered, and 40 were sent, while 6 of the other side arrived and 5 were answered: packets come through in one direction, or the other side does not take the credentials.'
		);
		expect(found!.because).toEqual([
			expect.objectContaining({
				text: expect.stringMatching(/40 checks sent, 0 answered; 6 arrived, 5 answered$/)
			})
		]);
		expect(of({ sent: 40, answered: 0, arrived: 0, replied: 0 })?.id).toBe(
			'ice.remote-only-private'
		);
		expect(of({ sent: 40, answered: 3, arrived: 6, replied: 6 })).toBeNull();
		expect(of({ sent: 40, answered: 0 })?.id).toBe('ice.remote-only-private');
	});
});

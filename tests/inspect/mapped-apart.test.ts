import { describe, expect, it } from 'vitest';
import { findingsOf } from './concluded';
import { ELSEWHERE, FAILED, firstOf, having, host, relay, srflx, told } from './made-candidates';

describe('a NAT that shows each server another port', () => {
	const apart = [host('192.168.7.4'), srflx('198.51.100.9', 36004), srflx('198.51.100.9', 22681)];

	it('is told by the candidates of one socket, and explains why it failed', async () => {
		const first = await firstOf(told(apart, ELSEWHERE, ...FAILED));
		expect(first).toMatchObject({ id: 'ice.symmetric-nat', severity: 'breaks the call' });
		expect(first!.claim).toContain('whoever made the offer is behind a NAT');
		expect(first!.claim).toContain('36004, 22681 for one socket');
		const both = await firstOf(
			told(
				apart,
				apart.map((one) => one.replace('198', '203')),
				...FAILED
			)
		);
		expect(both!.claim).toContain('both sides are behind a NAT');
	});

	it('is likely in the way where both are behind one, and no relay is there', async () => {
		const other = apart.map((one) => one.replace('198', '203').replaceAll('192.168.7', '10.0.0'));
		expect(await firstOf(told(apart, other))).toMatchObject({
			id: 'ice.symmetric-nat',
			severity: 'will bite',
			isCertain: false
		});
		const relayed = [...other, relay('203.0.113.77', '203.51.100.9')];
		for (const text of [
			told(apart, relayed),
			told(apart, ELSEWHERE),
			told(apart, apart),
			told(apart, other, 'iceConnectionState: connected')
		]) {
			expect((await findingsOf(text)).map(({ id }) => id)).not.toContain('ice.symmetric-nat');
		}
	});

	it('is told of a description, and of candidates, alone', async () => {
		for (const text of [having('offer', ...apart), `${apart.slice(1).join('\n')}\n`]) {
			expect((await findingsOf(text)).map(({ id }) => id)).toContain('ice.mapped-apart');
			const ended = await firstOf(`${text}\n${FAILED.join('\n')}\n`);
			expect(ended).toMatchObject({ id: 'ice.mapped-apart', severity: 'breaks the call' });
		}
	});

	it.each([
		['two sockets', [srflx('198.51.100.9'), srflx('198.51.100.9', 7).replace('50001', '50007')]],
		[
			'a hidden base',
			apart.map((one) => one.replace(/raddr \S+ rport \d+/, 'raddr 0.0.0.0 rport 0'))
		],
		['one port by two servers', [srflx('198.51.100.9'), srflx('198.51.100.9')]],
		['a relay beside', [...apart, relay('198.51.100.77', '198.51.100.9')]]
	])('is not told by %s', async (_, candidates) => {
		const found = await findingsOf(having('offer', ...candidates));
		expect(found.map(({ id }) => id)).not.toContain('ice.mapped-apart');
	});
});

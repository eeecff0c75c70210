import { describe, expect, it } from 'vitest';
import { connected } from './made-call';

describe('a connection that worked', () => {
	it('and broke, since the other side was closed', () => {
		const call = connected()
			.after(3000)
			.report('john', {
				dtls: { state: 'closed', role: 'client', cipher: null, srtp: null }
			});
		call.after(7000).state('john', 'disconnected', 'disconnected');
		expect(call.first).toMatchObject({ id: 'ice.other-side-gone', isCertain: true });
		expect(call.diagnosis.verdict?.sentence).toBe('This call came about, and broke after 10 s.');
	});

	it('and broke, and nobody knows why', () => {
		const call = connected()
			.after(42_000)
			.state('john', 'disconnected')
			.after(9000)
			.state('john', 'failed');
		expect(call.first).toMatchObject({ id: 'ice.consent-lost', isCertain: false });
		expect(call.first.claim).toContain('worked for 42 s');
	});

	it('and was interrupted is worth knowing alone', () => {
		const call = connected()
			.after(1000)
			.state('john', 'disconnected')
			.after(500)
			.state('john', 'connected');
		expect(call.findings.map(({ id, severity }) => [id, severity])).toEqual([
			['ice.interrupted', 'worth knowing']
		]);
	});
});

describe('a connection that is closed while it is interrupted', () => {
	const closed = (after: number) => {
		const call = connected().after(9000).state('john', 'disconnected', 'disconnected');
		call.after(after).changed('john', { connectionState: 'closed', signalingState: 'closed' });
		return call;
	};

	it('at once, since the other side hung up first, has not broken', () => {
		expect(closed(900).ids).toEqual([]);
	});

	it('after a while is one that broke', () => {
		expect(closed(20_000).ids).toEqual(['ice.consent-lost']);
	});
});

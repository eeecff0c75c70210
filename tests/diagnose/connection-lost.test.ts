import { describe, expect, it } from 'vitest';
import { answerOf, connected, offerOf, type MadeCall } from './made-call';

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

	it('and was missed a moment ago may come back', () => {
		const call = connected().after(42_000).state('john', 'disconnected', 'disconnected');
		call.after(1900).report('john', {});
		expect(call.first).toMatchObject({ id: 'ice.consent-lost', isCertain: false });
		expect(call.diagnosis.verdict).toMatchObject({
			isGood: false,
			sentence:
				'This call came about, and was interrupted after 42 s, 1.9 s before the end of what is known: it may have come back.'
		});
		call.after(9000).report('john', {});
		expect(call.diagnosis.verdict?.sentence).toBe('This call came about, and broke after 42 s.');
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

describe('a connection that was interrupted, and for which ICE was begun anew', () => {
	const RENEWED = { john: { author: '7021 3', ufrag: 'cccc' }, jane: { ufrag: 'dddd' } };
	/** Down for a second, then a restart; the answer to it has the ufrag given. */
	const restarted = (ufrag = RENEWED.jane.ufrag, call = connected()): MadeCall =>
		call
			.after(9000)
			.both('disconnected', 'disconnected')
			.after(1000)
			.agree(offerOf(RENEWED.john), answerOf({ author: '7022 3', ufrag }));

	it('came back by it', () => {
		const call = restarted().after(500).both('connected', 'connected');
		expect(call.findings).toMatchObject([{ id: 'ice.interrupted', severity: 'worth knowing' }]);
		expect(call.first.claim).toContain('interrupted once and came back after an ICE restart.');
	});

	it('did not come back by it', () => {
		const call = restarted().after(20_000).both('failed', 'failed');
		expect(call.first).toMatchObject({ id: 'ice.restart-failed', severity: 'breaks the call' });
		expect(call.first.claim).toContain('an ICE restart did not bring it back in 20 s');
	});

	it('has not yet come back, where it has just begun', () => {
		const call = restarted().after(2000).state('john', 'disconnected');
		expect(call.ids).toContain('ice.consent-lost');
	});

	it('could not, for the answer had the user name of before', () => {
		const call = restarted('bbbb').after(20_000).both('failed', 'failed');
		expect(call.first).toMatchObject({ id: 'ice.restart-not-taken', isCertain: true });
	});

	it('was not begun anew by an offer that changed something else', () => {
		const call = connected().after(9000).both('disconnected', 'disconnected');
		call.agree(offerOf({ author: '7021 3' }), answerOf({ author: '7022 3' }));
		expect(call.after(20_000).both('failed', 'failed').first.id).toBe('ice.consent-lost');
	});
});

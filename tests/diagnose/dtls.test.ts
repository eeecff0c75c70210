import { describe, expect, it } from 'vitest';
import type { DtlsStats } from '../../src/lib/trace';
import { answerOf, candidate, connected, MadeCall, offerOf } from './made-call';

const dtls = (state: string, more: Partial<DtlsStats> = {}): DtlsStats => ({
	state,
	role: 'client',
	cipher: null,
	srtp: null,
	...more
});

/** A call that found its path, and whose answer John was given as `given`. */
function found(given = answerOf(), answer = answerOf()): MadeCall {
	const call = new MadeCall()
		.create('john')
		.create('jane')
		.agree(offerOf(), answer, { offer: offerOf(), answer: given });
	const [his, hers] = [candidate('192.168.1.2'), candidate('192.168.1.3', 1, 'typ host', 'bbbb')];
	call.gather('john', his).gather('jane', hers).add('jane', his).add('john', hers);
	return call.both('connecting', 'checking').after(100).both('connecting', 'connected');
}

describe('a fingerprint', () => {
	it('that the other side was told otherwise', () => {
		const call = found(answerOf({ fingerprint: 'CC' }))
			.after(10)
			.both('failed', 'connected');
		expect(call.ids).toEqual(['dtls.fingerprint-differs', 'dtls.failed']);
		expect(call.findings[1]!.under).toBe('dtls.fingerprint-differs');
		expect(call.diagnosis.verdict?.sentence).toContain('did not come about');
	});

	it('ends a connection that had seemed to be there for a millisecond', () => {
		const call = found(answerOf({ fingerprint: 'CC' }))
			.state('jane', 'connected')
			.after(1);
		expect(call.both('failed').diagnosis.verdict?.sentence).toContain('did not come about');
	});

	it('that is not that of the certificate which was shown', () => {
		const certificate = (byte: string) => ({
			algorithm: 'sha-256',
			fingerprint: Array<string>(32).fill(byte).join(':')
		});
		const shown = (byte: string) =>
			connected().report('john', {
				dtls: dtls('connected', { remoteCertificate: certificate(byte) })
			}).ids;
		expect(shown('bb')).toEqual([]);
		expect(shown('DD')).toEqual(['dtls.fingerprint-differs']);
	});
});

describe('the roles', () => {
	it('both begin', () => {
		const call = found(answerOf({ setup: 'passive' }))
			.after(10)
			.both('failed', 'connected');
		expect(call.first.id).toBe('dtls.both-speak');
	});

	it('both wait', () => {
		const call = found(answerOf(), answerOf({ setup: 'passive' }))
			.after(8000)
			.report('john', {
				dtls: dtls('connecting')
			});
		expect(call.ids).toEqual(['dtls.both-wait', 'dtls.never-finished']);
	});

	it('are right where one begins and the other waits', () => {
		for (const setup of ['active', 'passive']) {
			const answer = answerOf({ setup });
			expect(found(answer, answer).both('connected', 'connected').ids).toEqual([]);
		}
	});
});

describe('a handshake', () => {
	it('that is not done seconds after ICE found the path', () => {
		const call = found()
			.after(7000)
			.report('john', { dtls: dtls('connecting') });
		expect(call.first).toMatchObject({ id: 'dtls.never-finished', isCertain: false });
		expect(call.first.claim).toContain('7 s later');
	});

	it('that has just begun is none', () => {
		expect(
			found()
				.after(900)
				.report('john', { dtls: dtls('connecting') }).ids
		).toEqual([]);
	});

	it('is not to blame where the path was lost before it was done', () => {
		const call = found().after(4000).both('failed', 'disconnected');
		expect(call.first.id).toBe('ice.path-lost');
	});
});

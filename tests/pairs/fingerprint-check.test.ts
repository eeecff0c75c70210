import { describe, expect, it } from 'vitest';
import { EMPTY_VIEW, reduce, type Certificate } from '../../src/lib/trace';
import { fingerprintCheck } from '../../src/lib/ui/ice/fingerprint-check';
import { fingerprint, negotiated, sdp, stats } from './session';

const certificate = (byte: string): Certificate => ({
	algorithm: 'sha-256',
	fingerprint: fingerprint(byte)
});

/** John's DTLS is done; he was shown a certificate, and his browser may report his own. */
function view(remote: Certificate | null, local: Certificate | null = null, jane?: Certificate) {
	const recording = negotiated();
	const dtls = { state: 'connected', role: 'client', cipher: null, srtp: null };
	const with_ = (own: Certificate | null, other: Certificate | null) =>
		stats([], null, {
			dtls: {
				...dtls,
				...(own && { localCertificate: own }),
				...(other && { remoteCertificate: other })
			}
		});
	recording.stats('john', with_(local, remote));
	if (jane) recording.stats('jane', with_(null, jane));
	return reduce(recording.entries);
}

describe('the check of fingerprints', () => {
	it('is the same where both certificates are those of the descriptions', () => {
		const check = fingerprintCheck(view(certificate('2B'), certificate('1A')), 'john');
		expect(check).toMatchObject({
			verdict: 'same',
			remote: { verdict: 'same', owner: 'jane' },
			local: { verdict: 'same', owner: 'john' }
		});
	});

	it('is different where somebody else’s certificate was shown', () => {
		const check = fingerprintCheck(view(certificate('66'), certificate('1A')), 'john');
		expect(check).toMatchObject({
			verdict: 'different',
			remote: { verdict: 'different' },
			local: { verdict: 'same' }
		});
		expect(check.sentence).toMatch(/^Jane’s certificate is not the one/);
		// It may be of another call, or have been changed on its way: nobody need be in between.
		expect(check.sentence).toMatch(/or is of another call/);
	});

	it('is different where a single digit of the description was changed', () => {
		const recording = negotiated();
		const changed = sdp(fingerprint('2B').replace(/B$/, 'C'));
		recording.changed('john', { currentRemoteDescription: { type: 'answer', sdp: changed } });
		recording.stats('john', {
			...stats([]),
			dtls: {
				state: 'connected',
				role: null,
				cipher: null,
				srtp: null,
				remoteCertificate: { ...certificate('2B') }
			}
		});
		expect(fingerprintCheck(reduce(recording.entries), 'john').verdict).toBe('different');
	});

	it('compares without regard to upper and lower case', () => {
		const shown = { algorithm: 'SHA-256', fingerprint: fingerprint('2b') };
		expect(fingerprintCheck(view(shown), 'john').verdict).toBe('same');
	});

	it('counts the section that is used, before the session', () => {
		expect(fingerprintCheck(view(certificate('FF')), 'john').verdict).toBe('different');
	});

	it('takes what the other side was shown for a browser’s own where it does not report that', () => {
		const { local } = fingerprintCheck(view(certificate('2B'), null, certificate('1A')), 'john');
		expect(local.verdict).toBe('same');
		expect(local.source).toMatch(/the one that Jane’s was shown/);
	});

	it('does not know while nobody tells, or where the hash functions differ', () => {
		expect(fingerprintCheck(EMPTY_VIEW, 'john').verdict).toBe('unknown');
		expect(fingerprintCheck(view(null), 'john').verdict).toBe('unknown');
		const other = { algorithm: 'sha-1', fingerprint: fingerprint('2B') };
		expect(fingerprintCheck(view(other), 'john').verdict).toBe('unknown');
	});
});

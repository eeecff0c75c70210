import { describe, expect, it } from 'vitest';
import { distill } from '../../src/lib/rtc/stats';
import { CHROMIUM, FIREFOX, fingerprint, report } from './reports';

const HOST = { type: 'host', address: '192.0.2.1', port: 50001, protocol: 'udp' };
const REFLEXIVE = { type: 'prflx', address: '192.0.2.2', port: 50002, protocol: 'udp' };
const REDACTED = { ...REFLEXIVE, address: null };
const HIDDEN = { type: 'host', address: null, port: 9, protocol: 'tcp' };

describe('statistics as Chromium reports them', () => {
	const stats = distill(report(CHROMIUM), 1234);

	it('carry the time at which they were asked for', () => {
		expect(stats.at).toBe(1234);
	});

	it('list every pair with both its ends, its checks and its times', () => {
		const local = {
			...HOST,
			id: 'L1',
			priority: 2122260223,
			foundation: '1',
			usernameFragment: 'abcd'
		};
		expect(stats.pairs).toEqual([
			{
				id: 'CP1',
				state: 'succeeded',
				nominated: true,
				local,
				remote: { ...HIDDEN, id: 'R2', tcpType: 'active' }
			},
			{
				id: 'CP2',
				state: 'succeeded',
				nominated: true,
				local,
				remote: { ...REFLEXIVE, id: 'R1' },
				checks: { requestsSent: 4, responsesReceived: 4, requestsReceived: 5, responsesSent: 5 },
				priority: 7926335344172073000,
				roundTripTime: 0.001,
				totalRoundTripTime: 0.004,
				bytesSent: 1000,
				bytesReceived: 2000
			}
		]);
	});

	it('select the pair that the transport names, of two that are nominated', () => {
		expect(stats.selected).toMatchObject({
			id: 'CP2',
			local: HOST,
			remote: REFLEXIVE,
			roundTripTime: 0.001
		});
	});

	it('say how DTLS stands', () => {
		expect(stats.dtls).toMatchObject({
			state: 'connected',
			role: 'client',
			cipher: 'TLS_AES_128_GCM_SHA256',
			srtp: 'AES_CM_128_HMAC_SHA1_80',
			version: 'FEFC',
			localCertificate: { algorithm: 'sha-256', fingerprint: fingerprint('1A') },
			remoteCertificate: { algorithm: 'sha-256', fingerprint: fingerprint('2B') }
		});
	});

	it('say which side nominates', () => {
		expect(stats.ice).toEqual({ role: 'controlling', state: 'connected' });
	});

	it('keep of what leaves how it arrives, as the other side reports it', () => {
		expect(stats.outbound[0]).toMatchObject({
			ssrc: 1234,
			reported: { roundTripTime: 0.03, fractionLost: 0.25, packetsLost: 2, jitter: 0.004 }
		});
	});

	it('tell how well media flow, as far as that is reported', () => {
		const quality = (type: string, more: { [member: string]: unknown }) => {
			const { inbound, outbound } = distill(report([{ id: 'S', type, kind: 'video', ...more }]), 1);
			return [...inbound, ...outbound][0]?.quality;
		};
		expect(quality('inbound-rtp', { keyFramesDecoded: 2, pliCount: 3 })).toEqual({
			keyFrames: 2,
			keyFrameRequests: 3
		});
		const sound = {
			kind: 'audio',
			concealedSamples: 500,
			totalSamplesReceived: 9000,
			audioLevel: 0
		};
		expect(quality('inbound-rtp', { ...sound, silentConcealedSamples: 200 })).toEqual({
			concealed: 300,
			samples: 9000,
			audioLevel: 0
		});
		// Whoever does not tell what of it was silence, tells nothing of what was heard.
		expect(quality('inbound-rtp', sound)).toEqual({ samples: 9000, audioLevel: 0 });
		expect(
			quality('outbound-rtp', { qualityLimitationReason: 'cpu', rid: 'h', active: false })
		).toEqual({ limitedBy: 'cpu', rid: 'h', active: false });
		expect(quality('outbound-rtp', { active: true })).toBeUndefined();
	});

	it('take little room in the trace', () => {
		expect(JSON.stringify(stats).length).toBeLessThan(3000);
	});

	it('count what arrives, by stream, with its codec', () => {
		expect(stats.inbound).toMatchObject([
			{
				kind: 'video',
				mid: '1',
				codec: 'video/VP8',
				packets: 120,
				bytes: 90_000,
				frames: 42,
				framesPerSecond: 20,
				frameWidth: 640,
				frameHeight: 360,
				packetsLost: 1,
				jitter: 0.002
			},
			{
				kind: 'audio',
				mid: '0',
				codec: 'audio/opus',
				packets: 50,
				bytes: 4000,
				frames: null,
				framesPerSecond: null,
				frameWidth: null,
				frameHeight: null,
				packetsLost: 0,
				jitter: 0.001
			}
		]);
	});

	it('count what leaves, by stream', () => {
		expect(stats.outbound).toMatchObject([
			{ kind: 'video', codec: 'video/VP8', packets: 130, bytes: 95_000, frames: 45 }
		]);
	});
});

describe('statistics as Firefox reports them', () => {
	const stats = distill(report(FIREFOX), 1);

	it('select the pair that says so itself', () => {
		expect(stats.selected).toMatchObject({
			id: 'p2',
			local: HOST,
			remote: REDACTED,
			roundTripTime: null
		});
	});

	it('hide the address that is redacted', () => {
		expect(stats.pairs[1]?.remote.address).toBeNull();
	});

	it('count the checks that were answered, and nothing that is not reported', () => {
		expect(stats.pairs[1]?.checks).toEqual({ responsesReceived: 1 });
		expect(stats.pairs[0]).not.toHaveProperty('checks');
	});

	it('say nothing of DTLS where there is no transport', () => {
		expect(stats.dtls).toBeNull();
	});

	it('leave out what is not reported', () => {
		expect(stats.inbound).toMatchObject([
			{ kind: 'video', codec: null, packets: 7, frames: 3, framesPerSecond: null, jitter: null }
		]);
		expect(stats.outbound).toEqual([]);
	});
});

describe('statistics', () => {
	it('of an empty report are empty', () => {
		expect(distill(report([]), 1)).toMatchObject({
			at: 1,
			pairs: [],
			selected: null,
			dtls: null,
			inbound: [],
			outbound: []
		});
	});

	it('select no pair while none has succeeded', () => {
		const pair = { id: 'p', type: 'candidate-pair', state: 'in-progress', nominated: true };
		expect(distill(report([pair]), 1).selected).toBeNull();
	});

	it('select the nominated pair that succeeded where nobody names one', () => {
		const pair = { id: 'p', type: 'candidate-pair', state: 'succeeded', nominated: true };
		expect(distill(report([pair]), 1).selected?.id).toBe('p');
	});

	it('know a pair whose candidates are not reported', () => {
		const pair = { id: 'p', type: 'candidate-pair', state: 'waiting', localCandidateId: 'gone' };
		expect(distill(report([pair]), 1).pairs[0]).toMatchObject({
			nominated: false,
			local: { type: 'unknown', address: null, port: null, protocol: null }
		});
	});

	it('are plain JSON', () => {
		const stats = distill(report(CHROMIUM), 1);
		expect(JSON.parse(JSON.stringify(stats))).toEqual(stats);
	});
});

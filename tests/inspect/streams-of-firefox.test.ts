import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { findStreamsOfFirefox } from '../../src/lib/inspect/statistics/of-firefox';
import { costOfLength } from '../tools/growth';
import { findingsOf, mattersIn } from './concluded';

const PAGE = [
	'RTP Stats',
	'inbound_rtp_audio_1',
	'Local: 10:00:30 GMT+0100 (CET) inbound-rtp SSRC: 2000 Received: 1500 packets (100.00 Kb) Lost: 0 Jitter: 0.003',
	'Remote: 10:00:30 GMT+0100 (CET) remote-outbound-rtp SSRC: 2000 Sent: 1500 packets (120.00 Kb)',
	'inbound_rtp_video_2',
	'Local: 10:00:30 GMT+0100 (CET) inbound-rtp SSRC: 2010 Received: 2000 packets (2000.00 Kb) Lost: 0 Jitter: 0.003',
	'outbound_rtp_video_4',
	'Local: 10:00:30 GMT+0100 (CET) outbound-rtp SSRC: 1010 Sent: 2000 packets (2000.00 Kb)',
	'Remote: 10:00:30 GMT+0100 (CET) remote-inbound-rtp SSRC: 1010 Received: 1990 packets Lost: 10 Jitter: 0.003 RTT: 40 ms',
	''
].join('\n');
const without = (what: RegExp) => PAGE.replace(what, '');

describe('the streams of about:webrtc', () => {
	it('are statistics, each once', () => {
		const twice = `${PAGE}\n${PAGE}`;
		expect(findStreamsOfFirefox(twice)).toEqual([
			{
				id: 'inbound-rtp 2000',
				type: 'inbound-rtp',
				ssrc: 2000,
				kind: 'audio',
				packetsReceived: 1500,
				bytesReceived: 102_400,
				packetsLost: 0,
				jitter: 0.003
			},
			{
				id: 'remote-outbound-rtp 2000',
				type: 'remote-outbound-rtp',
				ssrc: 2000,
				kind: 'audio',
				packetsSent: 1500,
				bytesSent: 122_880
			},
			{
				id: 'inbound-rtp 2010',
				type: 'inbound-rtp',
				ssrc: 2010,
				kind: 'video',
				packetsReceived: 2000,
				bytesReceived: 2_048_000,
				packetsLost: 0,
				jitter: 0.003
			},
			{
				id: 'outbound-rtp 1010',
				type: 'outbound-rtp',
				ssrc: 1010,
				kind: 'video',
				packetsSent: 2000,
				bytesSent: 2_048_000
			},
			{
				id: 'remote-inbound-rtp 1010',
				type: 'remote-inbound-rtp',
				ssrc: 1010,
				kind: 'video',
				packetsLost: 10,
				jitter: 0.003,
				roundTripTime: 0.04
			}
		]);
	});

	it('of a call that works matter to nobody', async () => {
		expect(await mattersIn(PAGE)).toEqual([]);
	});

	it('tell that nothing arrives, which the page leaves out', async () => {
		const none = without(/ Received: 1500 packets.*/);
		expect((await findingsOf(none))[0]).toMatchObject({
			id: 'media.nothing-received',
			isCertain: true
		});
	});

	it('tell what was lost, here and there', async () => {
		expect(await mattersIn(PAGE.replace('Lost: 0 Jitter', 'Lost: 900 Jitter'))).toEqual([
			'media.loss'
		]);
		expect(await mattersIn(PAGE.replace('Lost: 10', 'Lost: 600'))).toEqual([
			'media.loss-on-the-way-out'
		]);
	});

	it('have their kind from the descriptions, where their headings do not tell it', () => {
		const bare = PAGE.replace(/^(?:in|out)bound_rtp.*$/gm, '{0aa5c2d0}');
		expect(findStreamsOfFirefox(bare).map(({ kind }) => kind)).toEqual(Array(5).fill(undefined));
		const sdp =
			'm=audio 9 UDP/TLS/RTP/SAVPF 109\na=ssrc:2000 cname:a\nm=video 9 UDP/TLS/RTP/SAVPF 120\na=ssrc:1010 cname:a\n';
		expect(findStreamsOfFirefox(sdp + bare).map(({ kind }) => kind)).toEqual([
			'audio',
			'audio',
			undefined,
			'video',
			'video'
		]);
	});

	it('are no prose about them', () => {
		for (const text of ['Local: inbound-rtp is empty', 'inbound-rtp SSRC: 5 Received: 4 packets']) {
			expect(findStreamsOfFirefox(text)).toEqual([]);
			expect(recognise(text).kind).toBe('unknown');
		}
	});

	it('take time that grows with their length', () => {
		const made = (length: number) => PAGE.repeat(length);
		expect(costOfLength(made, 20, findStreamsOfFirefox)).toBeLessThan(2);
	});
});

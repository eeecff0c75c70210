import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate, damagedLines } from '../../src/lib/sdp';
import { fixture, FIXTURES } from './fixtures';

const problemsOf = (text: string) =>
	annotate(text)
		.lines.filter(({ problem }) => problem !== null)
		.map(({ number }) => number);

const damagedIn = (text: string) => damagedLines(annotate(text)).map(({ number }) => number);

/** Lines whose faults are of all kinds: in the text, in what stands around it, in where it stands. */
const LINES = [
	'm=audio 9 UDP/TLS/RTP/SAVPF 96 97',
	'm=video 9 UDP/TLS/RTP/SAVPF 96',
	'm=video 0 UDP/TLS/RTP/SAVPF 98',
	'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
	'a=group:BUNDLE 0 1',
	'a=mid:0',
	'a=mid:1',
	'a=rtpmap:96 VP8/90000',
	'a=rtpmap:96 H264/90000',
	'a=rtpmap:97 opus/48000/2',
	'a=rtpmap:97 opus/48000/0',
	'a=rtcp-fb:96 nack',
	'a=rtcp-fb:98 nack pli',
	'a=rtcp-fb:* ccm fir',
	'a=fmtp:97 minptime=10;useinbandfec=1',
	'a=fmtp:98 apt=96',
	'a=extmap:1 urn:ietf:params:rtp-hdrext:sdes:mid',
	'a=extmap:1/sendonly urn:ietf:params:rtp-hdrext:sdes:mid',
	'a=extmap:2/sideways urn:ietf:params:rtp-hdrext:toffset',
	'a=extmap:4096 urn:ietf:params:rtp-hdrext:toffset',
	'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz',
	'a=dcmap:0 label="a"',
	'a=imageattr:96 send [x=640,y=480]',
	'a=sctp-port:5000',
	'a=recvonly',
	'a=recvonly ',
	'a=rtcp-mux',
	'a=ice-ufrag:kCOP',
	'a=ssrc:1 cname:x',
	'a=nothing that is known',
	's=-',
	'no line'
];

describe('the damaged lines of a description', () => {
	it.each(FIXTURES)('are those with a problem, in %s', (name) => {
		const text = fixture(name);
		expect(damagedIn(text)).toEqual(problemsOf(text));
		// Said twice, and with all that was said once behind it, as in a conference.
		const doubled = text.replace(/^m=[^]*/m, (sections) => sections + sections);
		expect(damagedIn(doubled)).toEqual(problemsOf(doubled));
	});

	it('are those with a problem, whatever stands beside what', () => {
		const all = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 60 });
		fc.assert(
			fc.property(all, (lines) => {
				const text = ['v=0', ...lines, ''].join('\r\n');
				expect(damagedIn(text)).toEqual(problemsOf(text));
			}),
			{ numRuns: 2000 }
		);
	});
});

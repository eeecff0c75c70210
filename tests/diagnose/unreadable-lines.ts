import { fixture } from '../sdp/fixtures';
import { freeId, inSection, without } from './damages';

export const OFFER = fixture('chromium-offer-gathered').replace(/\r?\n/g, '\r\n');

/** The offer with a line more at the end of the section for pictures. */
export const added = (line: string) => inSection(OFFER, 1, (section) => `${section}${line}\r\n`);
/** The offer with the first line of a kind replaced. */
export const instead = (line: string) =>
	OFFER.replace(new RegExp(`^${line.slice(0, 2)}.*`, 'm'), () => line);
/** With a line more at the end of the section for data. */
export const withData = (line: string) => inSection(OFFER, 2, (section) => `${section}${line}\r\n`);
export const withSound = (line: string) => OFFER.replace(/^m=audio .*/m, () => line);
export const candidate = (rest: string) => added(`a=candidate:${rest}`);
export const fingerprint = (value: string) => OFFER.replaceAll(/^a=fingerprint:.*/gm, () => value);
export const BYTES = Array<string>(32).fill('AB').join(':');
/** One for sound and one for pictures, under one number. */
export const extensions = (...[one, other]: [string, string]) => {
	const id = freeId(OFFER);
	const withOne = inSection(OFFER, 0, (section) => `${section}a=extmap:${id} ${one}\r\n`);
	return inSection(withOne, 1, (section) => `${section}a=extmap:${id} ${other}\r\n`);
};
export const tracks = (...both: [string, string]) =>
	both.reduce(
		(sdp, track, at) => inSection(sdp, at, (section) => `${section}a=msid:${track}\r\n`),
		without(OFFER, 'msid')
	);
export const simulcast = (...lines: string[]) => added(lines.join('\r\n'));

/** For each demand a description that does not meet it, and one that only nearly does not. */
export const TRIED: readonly (readonly [id: string, wrong: string, right: string])[] = [
	['sdp.no-line-of-sdp', added(''), `${OFFER}\r\n`],
	['sdp.no-line-of-sdp', added('nobody knows'), added('a=nobody-knows')],
	['sdp.no-line-of-sdp', added('a= nobody-knows'), instead('s= ')],
	['sdp.no-line-of-sdp', added('A=nobody-knows'), added('a=n')],
	['sdp.unknown-line-type', added('x=this'), added('k=prompt')],
	[
		'sdp.unknown-line-in-session',
		OFFER.replace('\r\nm=audio', '\r\nx=this\r\nm=audio'),
		added('x=this')
	],
	['sdp.nameless-attribute', added('a='), added('a=n')],
	['sdp.not-ascii', instead('s=Gespräch'), instead('s=Gespraech')],
	['sdp.version', instead('v=1'), instead('v=0')],
	['sdp.origin-fields', instead('o=- 1 1'), instead('o=- 1 1 IN IP4 127.0.0.1')],
	[
		'sdp.origin-number',
		instead('o=- abc 1 IN IP4 127.0.0.1'),
		instead('o=abc 1 1 IN IP4 127.0.0.1')
	],
	['sdp.times', instead('t=0'), instead('t=0 0')],
	['sdp.connection-fields', instead('c=IN IP4'), instead('c=IN IP4 0.0.0.0')],
	['sdp.connection-name', instead('c=IN IP4 host.example'), instead('c=IN IP6 fe80::1')],
	['sdp.bandwidth-kind', added('b=100'), added('b=AS:100')],
	['sdp.bandwidth-number', added('b=AS:-1'), added('b=TIAS:0')],
	[
		'sdp.section-port',
		withSound('m=audio any UDP/TLS/RTP/SAVPF 111'),
		withSound('m=audio 9 UDP/TLS/RTP/SAVPF 111')
	],
	[
		'sdp.section-port-range',
		withSound('m=audio 65536 UDP/TLS/RTP/SAVPF 111'),
		withSound('m=audio 65535 UDP/TLS/RTP/SAVPF 111')
	],
	[
		'sdp.section-port-range',
		withSound('m=audio 9/2 UDP/TLS/RTP/SAVPF 111'),
		withSound('m=audio 0 UDP/TLS/RTP/SAVPF 111')
	],
	[
		'sdp.section-without-formats',
		withSound('m=audio 9 UDP/TLS/RTP/SAVPF'),
		withSound('m=audio 9 UDP/TLS/RTP/SAVPF 0')
	],
	[
		'sdp.unknown-kind',
		withSound('m=text 9 UDP/TLS/RTP/SAVPF 111'),
		withSound('m=image 9 UDP/TLS/RTP/SAVPF 111')
	],
	[
		'sdp.section-for-images',
		withSound('m=image 9 UDP/TLS/RTP/SAVPF 111'),
		withSound('m=text 9 UDP/TLS/RTP/SAVPF 111')
	],
	['sdp.unknown-protocol', withSound('m=audio 9 FOO/BAR 111'), withSound('m=audio 9 RTP/AVP 111')],
	[
		'sdp.unknown-protocol-of-data',
		OFFER.replace(/^m=application .*/m, 'm=application 9 UDP/BFCP *'),
		withSound('m=audio 9 FOO/BAR 111')
	],
	[
		'sdp.protocol-in-small-letters',
		withSound('m=audio 9 udp/tls/rtp/savpf 111'),
		withSound('m=audio 9 UDP/TLS/RTP/SAVP 111')
	],
	[
		'sdp.payload-type-range',
		withSound('m=audio 9 UDP/TLS/RTP/SAVPF 128'),
		withSound('m=audio 9 UDP/TLS/RTP/SAVPF 127')
	],
	[
		'sdp.payload-type-number',
		withSound('m=audio 9 UDP/TLS/RTP/SAVPF opus'),
		withSound('m=audio 9 UDP/DTLS/SCTP webrtc-datachannel')
	],
	[
		'sdp.payload-type-of-rtcp',
		withSound('m=audio 9 UDP/TLS/RTP/SAVPF 64'),
		withSound('m=audio 9 UDP/TLS/RTP/SAVPF 63 96')
	],
	[
		'sdp.codec-of-rtcp',
		withSound('m=audio 9 UDP/TLS/RTP/SAVPF 79\r\na=rtpmap:79 L16/48000'),
		withSound('m=audio 9 UDP/TLS/RTP/SAVPF 79')
	],
	['sdp.codec-unreadable', added('a=rtpmap:96 L16'), added('a=rtpmap:96 L16/48000')],
	['sdp.codec-unreadable', added('a=rtpmap:96'), added('a=rtpmap:96 L16/0')],
	['sdp.codec-unreadable', added('a=rtpmap:96 L16/fast'), added('a=rtpmap:96 L16/48000/2')],
	['sdp.codec-unreadable', added('a=rtpmap:96 L16/48000/many'), added('a=rtpmap:96 L16/48000/1')],
	// The m= line lists no 58.
	['sdp.codec-unreadable', added('a=rtpmap:96 L16'), added('a=rtpmap:58 L16')],
	['sdp.codec-payload-type', added('a=rtpmap:128 L16/48000'), added('a=rtpmap:127 L16/48000')],
	['sdp.parameters-unreadable', added('a=fmtp:96'), added('a=fmtp:96 x=1')],
	['sdp.feedback-unreadable', added('a=rtcp-fb:96'), added('a=rtcp-fb:96 nack')],
	['sdp.parameters-of-no-codec', added('a=fmtp:58 x=1'), added('a=fmtp:0 x=1')],
	['sdp.parameters-of-no-codec', added('a=rtcp-fb:58 nack'), added('a=rtcp-fb:* nack')],
	[
		'sdp.parameters-of-no-codec',
		added('a=rtpmap:58 L16/48000\r\na=fmtp:58 x=1'),
		added('a=rtpmap:58 L16/48000')
	],
	['sdp.parameters-of-no-codec', added('a=fmtp:58 x=1'), withData('a=fmtp:58 x=1')],
	['sdp.parameters-unreadable', added('a=fmtp:96'), withData('a=fmtp:96')],
	['sdp.feedback-unreadable', added('a=rtcp-fb:96'), withData('a=rtcp-fb:96')],
	['sdp.codec-payload-type', added('a=rtpmap:128 L16/48000'), withData('a=rtpmap:128 L16/48000')],
	['sdp.source-unreadable', added('a=ssrc:x cname:x'), withData('a=ssrc:x cname:x')],
	['sdp.extension-unreadable', added('a=extmap:x urn:a'), added('a=extmap:14/sendonly urn:a')],
	['sdp.extension-unreadable', added('a=extmap:14'), added('a=extmap:14 urn:a')],
	['sdp.extension-number', added('a=extmap:256 urn:a'), added('a=extmap:255 urn:a')],
	['sdp.extension-of-two-bytes', added('a=extmap:15 urn:a'), added('a=extmap:14 urn:a')],
	['sdp.source-unreadable', added('a=ssrc:4294967296 cname:x'), added('a=ssrc:4294967295 cname:x')],
	['sdp.source-unreadable', added('a=ssrc:1'), added('a=ssrc:1 cname:x')],
	['sdp.sources-unreadable', added('a=ssrc-group:FID'), added('a=ssrc-group:FID 1')],
	['sdp.sources-unreadable', added('a=ssrc-group:FID a b'), added('a=ssrc-group:FID 1 2')],
	['sdp.stream-nameless', added('a=msid:'), added('a=msid:-')],
	[
		'sdp.simulcast-unreadable',
		simulcast('a=rid:h send', 'a=simulcast:h'),
		simulcast('a=rid:h send', 'a=simulcast:send h')
	],
	[
		'sdp.simulcast-of-no-stream',
		simulcast('a=rid:h send', 'a=simulcast:send h;l'),
		simulcast('a=rid:h send', 'a=rid:l send', 'a=simulcast:send h;~l')
	],
	['sdp.rid-without-direction', added('a=rid:h'), added('a=rid:h recv')],
	[
		'sdp.mid-characters',
		OFFER.replace('a=mid:1', 'a=mid:1 x'),
		OFFER.replace('a=mid:1', 'a=mid:x')
	],
	[
		'sdp.candidate-unreadable',
		candidate('1 1 udp 1 192.0.2.1 65536 typ host'),
		candidate('1 1 udp 1 192.0.2.1 65535 typ host')
	],
	[
		'sdp.candidate-unreadable',
		candidate('1 1 udp 4294967296 192.0.2.1 5 typ host'),
		candidate('1 1 udp 4294967295 192.0.2.1 5 typ host')
	],
	[
		'sdp.candidate-unreadable',
		candidate('1 1 sctp 1 192.0.2.1 5 typ host'),
		candidate('1 3 UDP 1 host.example 0 typ srflx')
	],
	[
		'sdp.candidate-unreadable',
		candidate('1 1 tcp 1 192.0.2.1 9 typ host tcptype x'),
		candidate('1 1 tcp 1 192.0.2.1 9 typ host')
	],
	['sdp.candidate-unreadable', candidate('1 1 udp 1 192.0.2.1 5'), added('a=end-of-candidates')],
	[
		'sdp.fingerprint-unreadable',
		fingerprint(`a=fingerprint:${BYTES}`),
		fingerprint(`a=fingerprint:SHA-256 ${BYTES}`)
	],
	[
		'sdp.fingerprint-hash',
		fingerprint(`a=fingerprint:sha-999 ${BYTES}`),
		fingerprint(`a=fingerprint:sha-256 ${BYTES}`)
	],
	[
		'sdp.fingerprint-in-small-letters',
		fingerprint(`a=fingerprint:sha-256 ${BYTES.toLowerCase()}`),
		fingerprint(`a=fingerprint:sha-256 ${BYTES}`)
	],
	[
		'sdp.sctp-port',
		OFFER.replace(/^a=sctp-port:.*/m, 'a=sctp-port:65536'),
		OFFER.replace(/^a=sctp-port:.*/m, 'a=sctp-port:0')
	],
	[
		'sdp.max-message-size',
		OFFER.replace(/^a=max-message-size:.*/m, 'a=max-message-size:any'),
		OFFER.replace(/^a=max-message-size:.*/m, 'a=max-message-size:0')
	]
];

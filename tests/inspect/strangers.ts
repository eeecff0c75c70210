/** A public report, rebuilt: the form in which it was pasted, with other addresses, names and credentials. */
export interface Report {
	/** Where it was reported. */
	readonly of: string;
	readonly text: string;
	/** The name of what was found there to be the cause. */
	readonly cause: string;
}

const FINGERPRINT = `a=fingerprint:sha-256 ${Array.from({ length: 32 }, (_, at) => (at * 7 + 16).toString(16).toUpperCase()).join(':')}`;
const CODECS: Readonly<Record<string, readonly string[]>> = {
	audio: [
		'a=rtpmap:111 opus/48000/2',
		'a=fmtp:111 minptime=10;useinbandfec=1',
		'a=rtpmap:0 PCMU/8000',
		'a=rtpmap:8 PCMA/8000'
	],
	video: ['a=rtpmap:96 VP8/90000', 'a=rtcp-fb:96 nack pli'],
	h264: [
		'a=rtpmap:96 H264/90000',
		'a=fmtp:96 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f'
	],
	data: ['a=sctp-port:5000', 'a=max-message-size:262144']
};

interface Section {
	readonly kind: 'audio' | 'video' | 'h264' | 'data';
	readonly mid: string;
	readonly direction?: string;
	readonly candidates?: readonly string[];
}

/** A candidate of its own, which everybody reaches. */
const hostOf = (of: string) =>
	`a=candidate:1 1 udp 2130706431 198.51.100.${of.slice(-1)} 50010 typ host`;

/** A description of one author, whose sections share what carries them. */
function description(of: string, setup: string, sections: readonly Section[]): string {
	return [
		'v=0',
		`o=- ${of} 2 IN IP4 127.0.0.1`,
		's=-',
		't=0 0',
		`a=group:BUNDLE ${sections.map(({ mid }) => mid).join(' ')}`,
		'a=msid-semantic: WMS',
		...sections.flatMap(({ kind, mid, direction = 'sendrecv', candidates = [hostOf(of)] }) => [
			kind === 'data'
				? 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel'
				: `m=${kind === 'audio' ? 'audio 9 UDP/TLS/RTP/SAVPF 111 0 8' : 'video 9 UDP/TLS/RTP/SAVPF 96'}`,
			'c=IN IP4 0.0.0.0',
			...candidates,
			`a=ice-ufrag:uf${of}`,
			`a=ice-pwd:passwordOfNumber${of}xx`,
			FINGERPRINT,
			`a=setup:${setup}`,
			`a=mid:${mid}`,
			...(kind === 'data' ? [] : [`a=${direction}`, 'a=rtcp-mux']),
			...CODECS[kind]!
		]),
		''
	].join('\r\n');
}

const AUDIO: Section = { kind: 'audio', mid: '0' };
const VIDEO: Section = { kind: 'video', mid: '1' };
const OFFER = description('4001', 'actpass', [AUDIO, VIDEO]);
const ANSWER = description('5002', 'active', [AUDIO, VIDEO]);
const without = (text: string, line: RegExp) =>
	text.replace(new RegExp(`^${line.source}.*\\r\\n`, 'gm'), '');

const feeds = (text: string) => text.replaceAll('\r\n', '\n');
const json = (type: string, sdp: string) => JSON.stringify({ type, sdp });
const fenced = (text: string) => `\`\`\`\n${feeds(text)}\`\`\`\n`;
const both = (offer: string, answer: string) =>
	`The offer:\n${fenced(offer)}\nand the answer:\n${fenced(answer)}`;
const onlyAt = (line: string): readonly Section[] =>
	[AUDIO, VIDEO].map((one) => ({ ...one, candidates: [line] }));

const PASSIVE = description('5002', 'passive', [AUDIO, VIDEO]);

export const REPORTS: readonly Report[] = [
	{
		of: 'sipsorcery #1463: its answer leaves the role open',
		text: both(OFFER, ANSWER.replaceAll('setup:active', 'setup:actpass')),
		cause: 'answer.setup-open'
	},
	{
		of: 'WEBRTC-to-SIP #4: so does that of rtpengine, over SIP',
		text: `INVITE sip:jane@example.org SIP/2.0\nCall-ID: a1\nCSeq: 1 INVITE\nContent-Type: application/sdp\n\n${feeds(OFFER)}\nSIP/2.0 200 OK\nCall-ID: a1\nCSeq: 1 INVITE\nContent-Type: application/sdp\n\n${feeds(ANSWER.replaceAll('setup:active', 'setup:actpass'))}`,
		cause: 'answer.setup-open'
	},
	{
		of: 'go2rtc #68: in a container, with the address of the container',
		text: both(
			OFFER,
			description(
				'5002',
				'active',
				onlyAt('a=candidate:2516 1 udp 2130706431 172.18.0.2 44774 typ host')
			)
		),
		cause: 'ice.only-private'
	},
	{
		of: 'node-webrtc-examples #2: candidates alone, of a bridge of Docker',
		text: "$ docker run --rm foo | grep '^candidate:'\ncandidate:4112 1 udp 2122260223 172.17.0.2 55607 typ host generation 0 ufrag 0lwU network-id 1\ncandidate:1510 1 udp 2122194687 127.0.0.1 39220 typ host generation 0 ufrag 0lwU network-id 2\n",
		cause: 'ice.only-private'
	},
	{
		of: 'ex_webrtc #191: an offer before there was anything to offer',
		text: `%ExWebRTC.SessionDescription{type: :offer, sdp: "v=0\\r\\no=- 77 0 IN IP4 127.0.0.1\\r\\ns=-\\r\\nt=0 0\\r\\na=extmap-allow-mixed\\r\\n"}`,
		cause: 'sdp.no-sections'
	},
	{
		of: 'RTSPtoWeb #273: the same, as Go prints it',
		text: '{offer v=0\no=- 1537316433242181549 2 IN IP4 127.0.0.1\ns=-\nt=0 0\na=extmap-allow-mixed\na=msid-semantic: WMS\n <nil>}\n',
		cause: 'sdp.no-sections'
	},
	{
		of: 'JsSIP #198: Asterisk answers without ICE',
		text: both(
			OFFER,
			'v=0\r\no=root 1977 1977 IN IP4 203.0.113.5\r\ns=Asterisk\r\nc=IN IP4 203.0.113.5\r\nt=0 0\r\nm=audio 10748 RTP/SAVPF 0 8 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\na=crypto:0 AES_CM_128_HMAC_SHA1_32 inline:OHJ8T2u7vVnSHVzyp0SdOHJ8T2u7vVnSHVzyp0Sd\r\na=sendrecv\r\nm=video 0 RTP/SAVPF 96\r\n'
		),
		cause: 'sdp.not-for-browsers'
	},
	{
		of: 'tryit-jssip #23: no fingerprint, in the log of the library',
		text: `JsSIP:RTCSession receiveRequest() +4ms\noffer: ${JSON.stringify(without(OFFER, /a=fingerprint/))}\nJsSIP:ERROR:RTCSession emit "peerconnection:setremotedescriptionfailed" [error:DOMException: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote offer sdp: Called with SDP without DTLS fingerprint.] +12h\n`,
		cause: 'sdp.no-fingerprint'
	},
	{
		of: 'pion #2050: inactive was offered, recvonly answered',
		text: both(
			description('4001', 'actpass', [{ ...AUDIO, direction: 'inactive' }]),
			description('5002', 'active', [{ ...AUDIO, direction: 'recvonly' }])
		),
		cause: 'answer.direction-not-offered'
	},
	{
		of: 'media-server-node #128: sendrecv where nothing was to be received',
		text: both(
			description('4001', 'actpass', [{ ...AUDIO, direction: 'recvonly' }]),
			description('5002', 'active', [{ ...AUDIO, direction: 'recvonly' }])
		),
		cause: 'answer.direction-not-offered'
	},
	{
		of: 'libdatachannel #160: H264 without its profile',
		text: fenced(
			description('4001', 'actpass', [
				{ kind: 'h264', mid: 'video', direction: 'sendonly' }
			]).replace(/^a=fmtp:96.*\r\n/m, '')
		),
		cause: 'sdp.h264-without-profile'
	},
	{
		of: 'mediasoup-client #112: the sections in another order',
		text: `mediasoup-client:Chrome74 send() | calling pc.setRemoteDescription() [answer:%o] ${json('offer', OFFER)}\n${json('answer', description('5002', 'active', [VIDEO, AUDIO]))}\nFailed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote answer sdp: The order of m-lines in answer doesn't match order in offer. Rejecting answer.\n`,
		cause: 'answer.sections-differ'
	},
	{
		of: 'react-native-webrtc #1296: an answer that is set twice',
		text: 'Failed to set remote answer sdp: Called in wrong state: stable\nan.setRemoteDescription\n',
		cause: 'negotiation.answer-in-stable'
	},
	{
		of: 'kinesis-webrtc #1479: what only sends is answered by what only sends',
		text: both(
			description('4001', 'actpass', [AUDIO, { ...VIDEO, direction: 'sendonly' }]),
			description('5002', 'active', [AUDIO, { ...VIDEO, direction: 'sendonly' }])
		),
		cause: 'answer.direction-not-offered'
	},
	{
		of: 'str0m #1015: no H264 is left',
		text: both(
			description('4001', 'actpass', [{ kind: 'h264', mid: '0' }]),
			description('5002', 'active', [{ kind: 'video', mid: '0' }])
		),
		cause: 'answer.no-codec-left'
	},
	{
		of: 'diago #174: both wait for the other',
		text: both(OFFER.replaceAll('actpass', 'passive'), PASSIVE),
		cause: 'answer.setup'
	},
	{
		of: 'xiu #82: no candidate ever came',
		text: `[2023-12-24T12:45:04Z WARN  webrtc_ice::agent::agent_internal] [controlled]: pingAllCandidates called with no candidate pairs. Connection is not possible yet.\n`.repeat(
			4
		),
		cause: 'told.pion-no-pairs'
	},
	{
		of: 'gstwebrtc-demos #89: a candidate before the description',
		text: 'Status: InvalidStateError: setRemoteDescription needs to called before addIceCandidate\n',
		cause: 'told.candidate-too-early'
	},
	{
		of: 'a browser that hides its addresses, from a server behind another network',
		text: both(
			description(
				'4001',
				'actpass',
				onlyAt(
					'a=candidate:1 1 udp 2122260223 211c4778-6954-4597-9902-2f48be491241.local 50011 typ host'
				)
			),
			description(
				'5002',
				'active',
				onlyAt('a=candidate:2 1 udp 2130706431 10.0.5.6 44774 typ host')
			)
		),
		cause: 'ice.only-private'
	}
];

/** Calls of the same kind that worked. */
export const WORKING: readonly Report['text'][] = [
	both(OFFER, ANSWER),
	both(OFFER, PASSIVE),
	`${json('offer', OFFER)}\n${json('answer', ANSWER)}\n`,
	both(
		description('4001', 'actpass', [AUDIO, { ...VIDEO, direction: 'sendonly' }]),
		description('5002', 'active', [AUDIO, { ...VIDEO, direction: 'recvonly' }])
	),
	both(
		description('4001', 'actpass', [{ kind: 'data', mid: 'data' }]),
		description('5002', 'active', [{ kind: 'data', mid: 'data' }])
	),
	both(
		description(
			'4001',
			'actpass',
			onlyAt('a=candidate:1 1 udp 2130706431 192.168.1.4 50010 typ host')
		),
		description(
			'5002',
			'active',
			onlyAt('a=candidate:1 1 udp 2130706431 192.168.1.7 50012 typ host')
		)
	)
];

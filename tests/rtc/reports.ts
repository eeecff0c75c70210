/** A stats report as a browser gives it: a map from ids to objects that carry their id. */
export function report(objects: { id: string; type: string; [member: string]: unknown }[]) {
	return new Map(objects.map((object) => [object.id, object])) as unknown as RTCStatsReport;
}

const candidates = [
	{
		id: 'L1',
		type: 'local-candidate',
		candidateType: 'host',
		address: '192.0.2.1',
		port: 50001,
		protocol: 'udp',
		priority: 2122260223,
		foundation: '1',
		usernameFragment: 'abcd'
	},
	{
		id: 'R1',
		type: 'remote-candidate',
		candidateType: 'prflx',
		address: '192.0.2.2',
		port: 50002,
		protocol: 'udp'
	},
	{
		id: 'R2',
		type: 'remote-candidate',
		candidateType: 'host',
		address: '',
		port: 9,
		protocol: 'tcp',
		tcpType: 'active'
	}
];

/** A hash as it is written in descriptions and statistics. */
export const fingerprint = (byte: string) => Array<string>(32).fill(byte).join(':');

/** As Chromium reports a connected call: the transport names the pair; two pairs are nominated. */
export const CHROMIUM = [
	{
		id: 'T01',
		type: 'transport',
		dtlsState: 'connected',
		dtlsRole: 'client',
		dtlsCipher: 'TLS_AES_128_GCM_SHA256',
		srtpCipher: 'AES_CM_128_HMAC_SHA1_80',
		tlsVersion: 'FEFC',
		iceRole: 'controlling',
		iceState: 'connected',
		localCertificateId: 'CF1',
		remoteCertificateId: 'CF2',
		selectedCandidatePairId: 'CP2'
	},
	...['1A', '2B'].map((byte, index) => ({
		id: `CF${index + 1}`,
		type: 'certificate',
		fingerprint: fingerprint(byte),
		fingerprintAlgorithm: 'sha-256',
		base64Certificate: 'MIIB…'
	})),
	...candidates,
	{
		id: 'CP1',
		type: 'candidate-pair',
		state: 'succeeded',
		nominated: true,
		localCandidateId: 'L1',
		remoteCandidateId: 'R2'
	},
	{
		id: 'CP2',
		type: 'candidate-pair',
		state: 'succeeded',
		nominated: true,
		localCandidateId: 'L1',
		remoteCandidateId: 'R1',
		currentRoundTripTime: 0.001,
		totalRoundTripTime: 0.004,
		requestsSent: 4,
		responsesReceived: 4,
		requestsReceived: 5,
		responsesSent: 5,
		bytesSent: 1000,
		bytesReceived: 2000,
		priority: 7926335344172073000,
		writable: true
	},
	{ id: 'C1', type: 'codec', mimeType: 'video/VP8', payloadType: 96 },
	{ id: 'C2', type: 'codec', mimeType: 'audio/opus', payloadType: 111 },
	{
		id: 'I1',
		type: 'inbound-rtp',
		kind: 'video',
		mid: '1',
		codecId: 'C1',
		packetsReceived: 120,
		bytesReceived: 90_000,
		framesDecoded: 42,
		framesPerSecond: 20,
		frameWidth: 640,
		frameHeight: 360,
		packetsLost: 1,
		jitter: 0.002
	},
	{
		id: 'I2',
		type: 'inbound-rtp',
		kind: 'audio',
		mid: '0',
		codecId: 'C2',
		packetsReceived: 50,
		bytesReceived: 4000,
		packetsLost: 0,
		jitter: 0.001
	},
	{
		id: 'O1',
		type: 'outbound-rtp',
		kind: 'video',
		mid: '1',
		ssrc: 1234,
		remoteId: 'RI1',
		codecId: 'C1',
		packetsSent: 130,
		bytesSent: 95_000,
		framesEncoded: 45,
		framesPerSecond: 20,
		frameWidth: 640,
		frameHeight: 360
	},
	{
		id: 'RI1',
		type: 'remote-inbound-rtp',
		localId: 'O1',
		roundTripTime: 0.03,
		fractionLost: 0.25,
		packetsLost: 2,
		jitter: 0.004
	},
	{ id: 'P', type: 'peer-connection', dataChannelsOpened: 0 }
];

/** As Firefox reports the same: no transport names the pair, the pair itself is `selected`. */
export const FIREFOX = [
	...candidates,
	{
		id: 'p1',
		type: 'candidate-pair',
		state: 'failed',
		nominated: false,
		selected: false,
		localCandidateId: 'L1',
		remoteCandidateId: 'R2'
	},
	{
		id: 'p2',
		type: 'candidate-pair',
		state: 'succeeded',
		nominated: true,
		selected: true,
		localCandidateId: 'L1',
		remoteCandidateId: 'R3',
		responsesReceived: 1
	},
	{
		id: 'R3',
		type: 'remote-candidate',
		candidateType: 'prflx',
		address: '(redacted)',
		port: 50002,
		protocol: 'udp'
	},
	{
		id: 'i1',
		type: 'inbound-rtp',
		kind: 'video',
		mid: '1',
		packetsReceived: 7,
		bytesReceived: 700,
		framesDecoded: 3
	}
];

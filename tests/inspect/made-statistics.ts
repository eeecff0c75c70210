/** A stats object, as `getStats()` gives it. */
export type MadeObject = { id: string; type: string; [member: string]: unknown };

const AT = 1_767_323_045_123.25;

/** What `getStats()` of Chromium gives of a call that works, in brief. */
export function working(): MadeObject[] {
	return [
		{
			id: 'T01',
			timestamp: AT,
			type: 'transport',
			iceState: 'connected',
			dtlsState: 'connected',
			dtlsRole: 'client',
			iceRole: 'controlling',
			selectedCandidatePairId: 'CP1_2',
			bytesSent: 90000,
			bytesReceived: 80000
		},
		{
			id: 'CP1_2',
			timestamp: AT,
			type: 'candidate-pair',
			transportId: 'T01',
			localCandidateId: 'I1',
			remoteCandidateId: 'I2',
			state: 'succeeded',
			nominated: true,
			requestsSent: 20,
			responsesReceived: 20,
			bytesSent: 90000,
			bytesReceived: 80000,
			currentRoundTripTime: 0.02
		},
		candidate('I1', 'local', '192.168.7.4', 'host', 50001),
		candidate('I2', 'remote', '203.0.113.7', 'srflx', 50002),
		{
			id: 'COT01_111',
			timestamp: AT,
			type: 'codec',
			mimeType: 'audio/opus',
			payloadType: 111,
			clockRate: 48000,
			sdpFmtpLine: 'minptime=10;useinbandfec=1'
		},
		{
			id: 'CIT01_96',
			timestamp: AT,
			type: 'codec',
			mimeType: 'video/VP8',
			payloadType: 96,
			clockRate: 90000
		},
		{
			id: 'SA1',
			timestamp: AT,
			type: 'media-source',
			kind: 'audio',
			trackIdentifier: 'mic',
			audioLevel: 0.1,
			totalAudioEnergy: 0.7,
			totalSamplesDuration: 60
		},
		{
			id: 'OT01A1',
			timestamp: AT,
			type: 'outbound-rtp',
			kind: 'audio',
			mid: '0',
			ssrc: 1001,
			codecId: 'COT01_111',
			mediaSourceId: 'SA1',
			packetsSent: 3000,
			bytesSent: 80000
		},
		{
			id: 'IT01A2',
			timestamp: AT,
			type: 'inbound-rtp',
			kind: 'audio',
			mid: '0',
			ssrc: 2001,
			codecId: 'COT01_111',
			packetsReceived: 3000,
			packetsLost: 1,
			bytesReceived: 70000,
			totalSamplesReceived: 2_800_000,
			totalAudioEnergy: 0.4,
			audioLevel: 0.2
		},
		{
			id: 'IT01V3',
			timestamp: AT,
			type: 'inbound-rtp',
			kind: 'video',
			mid: '1',
			ssrc: 3001,
			codecId: 'CIT01_96',
			packetsReceived: 5000,
			packetsLost: 3,
			framesReceived: 1700,
			framesDecoded: 1699,
			keyFramesDecoded: 2,
			pliCount: 1,
			decoderImplementation: 'libvpx'
		}
	];
}

/** A candidate of statistics. */
export function candidate(
	id: string,
	side: 'local' | 'remote',
	address: string,
	candidateType = 'host',
	port = 50_000
): MadeObject {
	const priority = candidateType === 'host' ? 2122260223 : 1686052607;
	return {
		id,
		timestamp: AT,
		type: `${side}-candidate`,
		address,
		ip: address,
		port,
		protocol: 'udp',
		candidateType,
		priority
	};
}

/** A pair of two candidates. */
export function pair(local: string, remote: string, members: object = {}): MadeObject {
	return {
		id: `CP${local}_${remote}`,
		timestamp: AT,
		type: 'candidate-pair',
		localCandidateId: local,
		remoteCandidateId: remote,
		state: 'in-progress',
		nominated: false,
		requestsSent: 30,
		responsesReceived: 0,
		...members
	};
}

/** A transport. */
export function transport(iceState: string | null, dtlsState: string): MadeObject {
	return { id: 'T01', timestamp: AT, type: 'transport', ...(iceState && { iceState }), dtlsState };
}

/** The objects of a call that works, one of them changed. */
export function changed(id: string, members: object): MadeObject[] {
	return working().map((one) => (one.id === id ? { ...one, ...members } : one));
}

/** What grows while media flow. */
const GROWING =
	/^(?:packets(?:Sent|Received)|bytes(?:Sent|Received)|frames\w+|requestsSent|responsesReceived|totalSamples\w+)$/;

/** The objects as they are at a second, counted from 0 to what they are at the twelfth. */
export function growing(second: number, objects: readonly MadeObject[] = working()): MadeObject[] {
	return objects.map((one) =>
		Object.fromEntries(
			Object.entries(one).map(([name, value]) =>
				GROWING.test(name) && typeof value === 'number'
					? [name, Math.round((value * second) / 12)]
					: [name, value]
			)
		)
	) as MadeObject[];
}

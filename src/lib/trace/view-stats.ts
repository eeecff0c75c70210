/**
 * One stream of packets as `getStats()` counts it, sums since the beginning. Of optional members, here
 * and below, those are absent that the browser does not report.
 */
export interface RtpStats {
	kind: string;
	mid: string | null;
	codec: string | null;
	packets: number;
	bytes: number;
	/** Decoded (arriving) or encoded (leaving) video frames. */
	frames: number | null;
	framesPerSecond: number | null;
	frameWidth: number | null;
	frameHeight: number | null;
	packetsLost: number | null;
	/** Seconds. */
	jitter: number | null;
	ssrc?: number;
	/** Of what leaves: how it arrives, as the other side reports by RTCP. */
	reported?: ReceiverReport;
	quality?: RtpQuality;
}

/** How well a stream does (webrtc-stats, 8.2 to 8.4). Counts are sums since the beginning. */
export interface RtpQuality {
	/** Of arriving video: key frames that were decoded, and requests for one that were sent (PLI). */
	keyFrames?: number;
	keyFrameRequests?: number;
	/** Of arriving sound: samples that were made up for lack of packets while it was not silent. */
	concealed?: number;
	/** Of arriving sound: all samples that were played. */
	samples?: number;
	/** Of arriving sound: 0 is silence, 1 as loud as can be. */
	audioLevel?: number;
	/** Of leaving video: what keeps it from being better: `none`, `cpu`, `bandwidth` or `other`. */
	limitedBy?: string;
	/** Of a layer of simulcast: its name, and whether it is sent; of another stream that it is not sent. */
	rid?: string;
	active?: boolean;
}

/** The other side's view of a stream that is sent to it (webrtc-stats, `remote-inbound-rtp`). */
export interface ReceiverReport {
	/** Seconds. */
	roundTripTime?: number;
	/** Of the packets since the report before, 0 to 1. */
	fractionLost?: number;
	packetsLost?: number;
	/** Seconds. */
	jitter?: number;
}

/** One end of a candidate pair (webrtc-stats, `local-candidate` and `remote-candidate`). */
export interface PairEnd {
	type: string;
	/** null where the browser hides it. */
	address: string | null;
	port: number | null;
	protocol: string | null;
	/** What the statistics call the candidate. */
	id?: string;
	priority?: number;
	foundation?: string;
	usernameFragment?: string;
	tcpType?: string;
	/** How this side talks to its TURN server: `udp`, `tcp` or `tls`. */
	relayProtocol?: string;
}

/** Connectivity checks of a pair: requests to the other side and its responses, and the reverse. */
export interface Checks {
	requestsSent?: number;
	responsesReceived?: number;
	requestsReceived?: number;
	responsesSent?: number;
}

/** A candidate pair (webrtc-stats, `candidate-pair`). */
export interface PairStats {
	id: string;
	state: string;
	nominated: boolean;
	local: PairEnd;
	remote: PairEnd;
	checks?: Checks;
	/**
	 * As the browser reports it: a number of 64 bits in a JavaScript number, so its last digits are
	 * rounded. The exact one follows from the priorities of both ends.
	 */
	priority?: number;
	/** Of the latest check, in seconds. */
	roundTripTime?: number;
	/** Of all checks that were answered, in seconds. */
	totalRoundTripTime?: number;
	bytesSent?: number;
	bytesReceived?: number;
}

/** A certificate by its hash, written as in `a=fingerprint` (RFC 8122, 5). */
export interface Certificate {
	/** `sha-256`, … */
	algorithm: string;
	fingerprint: string;
}

/** What became of DTLS, and of the ICE below it (webrtc-stats, `transport` and `certificate`). */
export interface DtlsStats {
	state: string;
	role: string | null;
	cipher: string | null;
	srtp: string | null;
	/** The version on the wire in hexadecimal: `FEFD` is DTLS 1.2. */
	version?: string;
	/** The certificate that this side shows. */
	localCertificate?: Certificate;
	/** The certificate that the other side has shown. */
	remoteCertificate?: Certificate;
}

/** What `getStats()` reported, distilled to what is shown. */
export interface PeerStats {
	/** Milliseconds since the Unix epoch. */
	at: number;
	pairs: PairStats[];
	/** Candidates that are in no pair: of imported statistics, for their events may be missing. */
	unpaired?: { local: PairEnd[]; remote: PairEnd[] };
	/** The pair that media travels on; null while there is none. */
	selected: { id: string; local: PairEnd; remote: PairEnd; roundTripTime: number | null } | null;
	dtls: DtlsStats | null;
	/** `controlling` or `controlled`, and the state of the ICE transport. */
	ice?: { role?: string; state?: string };
	inbound: RtpStats[];
	outbound: RtpStats[];
}

import type { ErrorData, Json, PeerName } from './entry';

/** The attributes of an `RTCPeerConnection` that are states (webrtc-pc, 4.3). */
export const STATE_NAMES = [
	'signalingState',
	'iceGatheringState',
	'iceConnectionState',
	'connectionState'
] as const;
export type StateName = (typeof STATE_NAMES)[number];

/** The attributes of an `RTCPeerConnection` that are descriptions (webrtc-pc, 4.4.2). */
export const DESCRIPTION_NAMES = [
	'currentLocalDescription',
	'pendingLocalDescription',
	'currentRemoteDescription',
	'pendingRemoteDescription'
] as const;
export type DescriptionName = (typeof DESCRIPTION_NAMES)[number];

/** An `RTCSessionDescription` as JSON. */
export interface Description {
	type: 'offer' | 'pranswer' | 'answer' | 'rollback';
	sdp: string;
}

/** What the `changed` entries carry. */
export type Attributes = Record<StateName, string> & Record<DescriptionName, Description | null>;

/** An `RTCIceCandidate` as JSON. */
export interface Candidate {
	candidate: string;
	sdpMid: string | null;
	sdpMLineIndex: number | null;
	usernameFragment: string | null;
}

/** One value that a state had, and the entry by which it came. */
export interface StateChange {
	value: string;
	seq: number;
	at: number;
	step?: string;
}

/** An API call and how it was settled. */
export interface CallView {
	seq: number;
	peer: PeerName | null;
	name: string;
	step?: string;
	at: number;
	args: Json;
	status: 'pending' | 'resolved' | 'rejected';
	/** Milliseconds from call to settlement. */
	took?: number;
	result?: Json;
	error?: ErrorData;
}

/** A candidate that this peer gathered. `null` as candidate is the end of gathering. */
export interface LocalCandidate {
	seq: number;
	at: number;
	candidate: Candidate | null;
	/** `seq` of the message that took it to the other peer. */
	sent?: number;
	/** `seq` of its delivery. */
	delivered?: number;
}

/** A candidate that was given to this peer by `addIceCandidate`. */
export interface RemoteCandidate {
	seq: number;
	at: number;
	candidate: Candidate | null;
	/** Whether the browser took it; undefined while it is deciding. */
	added?: boolean;
}

/** A track that is sent, or that arrived. */
export interface TrackView {
	seq: number;
	kind: string;
	id: string;
	label: string;
}

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
	/** The pair that media travels on; null while there is none. */
	selected: { id: string; local: PairEnd; remote: PairEnd; roundTripTime: number | null } | null;
	dtls: DtlsStats | null;
	/** `controlling` or `controlled`, and the state of the ICE transport. */
	ice?: { role?: string; state?: string };
	inbound: RtpStats[];
	outbound: RtpStats[];
}

/** What happened on the way to a connection: the `seq` of the entry that showed it first. */
export interface Milestones {
	gathering?: number;
	checking?: number;
	iceConnected?: number;
	selected?: number;
	dtls?: number;
	connected?: number;
	firstFrame?: number;
}

/** One peer at one moment. */
export interface PeerView {
	/** An `RTCPeerConnection` was made. */
	exists: boolean;
	closed: boolean;
	/** The values that each state had, oldest first; empty while there is no connection. */
	states: Record<StateName, StateChange[]>;
	descriptions: Record<DescriptionName, Description | null>;
	localCandidates: LocalCandidate[];
	remoteCandidates: RemoteCandidate[];
	localTracks: TrackView[];
	remoteTracks: TrackView[];
	/** Whether there is a stream to preview. */
	hasMedia: boolean;
	stats: PeerStats | null;
	milestones: Milestones;
}

/** A signaling message: on its way from `sent`, with its receiver from `delivered`. */
export interface WireMessage {
	id: number;
	from: PeerName;
	to: PeerName;
	message: Json;
	sent: number;
	sentAt: number;
	delivered?: number;
	deliveredAt?: number;
}

/** A step that was begun. */
export interface StepView {
	id: string;
	begin: number;
	status: 'pending' | 'done' | 'failed';
	end?: number;
	error?: ErrorData;
}

/** Why fresh peers were made. */
export type AttemptReason =
	'start' | 'deep-link' | 'restart' | 'run-to' | 'lost' | 'retry' | 'source' | 'seat';

/** What is known of a pair that the browser gave up. */
export interface Lost {
	seq: number;
	peer: PeerName;
	/** A plain sentence or two: what the browser did, and why. */
	explanation: string;
}

/** Everything that is on the screen at one moment of the trace. */
export interface SessionView {
	/** How many entries this is the view of. */
	length: number;
	attempt: number;
	reason: AttemptReason;
	/** What had happened to the attempt before, where fresh peers were made because of it. */
	because: string | null;
	peers: Record<PeerName, PeerView>;
	wire: WireMessage[];
	calls: CallView[];
	steps: StepView[];
	lost: Lost | null;
}

/** The value that a state has at this moment; undefined while there is no connection. */
export function stateOf(peer: PeerView, name: StateName): string | undefined {
	return peer.states[name].at(-1)?.value;
}

/** How many steps were performed to their end. */
export function stepsDone(view: SessionView): number {
	return view.steps.filter((step) => step.status === 'done').length;
}

import type { PairStats, PeerStats } from './view-stats';

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

/** An offer and its answer. */
export interface Exchange {
	offer: Description;
	answer: Description;
}

/** One of the encodings that a sender makes of its track, where each has a name (webrtc-pc, 5.2). */
export interface Encoding {
	rid: string;
	/** Whether it is sent. */
	active: boolean;
	/** How many times smaller it is made, each way. */
	scaleResolutionDownBy?: number;
}

/** What the attributes of an `RTCRtpTransceiver` read, and of its sender (webrtc-pc, 5.4). */
export interface TransceiverState {
	/** Its number, from 0, in the order in which the connection had them; it stays, whatever comes and goes. */
	transceiver: number;
	/** `audio` or `video`. */
	kind: string;
	/** null until it has a section in a description. */
	mid: string | null;
	/** What is wished. */
	direction: string;
	/** What was agreed; null until something was. */
	currentDirection: string | null;
	/** The `id` of the sender's track. */
	track: string | null;
	stopped: boolean;
	/** What its sender makes of the track, where it was asked for versions that have names: simulcast. */
	encodings?: Encoding[];
}

/** What the `changed` entries carry: what reads differently, whole. */
export type Attributes = Record<StateName, string> &
	Record<DescriptionName, Description | null> & { transceivers: TransceiverState[] };

/** A data channel, as this peer has it (webrtc-pc, 6.2). */
export interface ChannelView {
	/** The entry by which the peer had it. */
	seq: number;
	/** Its number, from 0, in the order in which the connection had them. */
	channel: number;
	label: string;
	/** null until both know it. */
	id: number | null;
	state: 'connecting' | 'open' | 'closing' | 'closed';
	/** How many messages this peer has sent and received by it. */
	sent: number;
	received: number;
}

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

/** A track that a peer sends and whose source gives nothing (mediacapture-streams, 4.3.9). */
export interface Interruption {
	/** The entry that told so. */
	seq: number;
	/** `audio` or `video`. */
	kind: string;
	id: string;
	/** Muted for the moment, or ended for good. */
	event: 'mute' | 'ended';
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
	/** The exchange whose place the current one took; null while that is the first. */
	replaced: Exchange | null;
	localCandidates: LocalCandidate[];
	remoteCandidates: RemoteCandidate[];
	localTracks: TrackView[];
	remoteTracks: TrackView[];
	/** As `getTransceivers()` has them; empty in traces that tell nothing of them. */
	transceivers: TransceiverState[];
	/** All data channels that there were, oldest first. */
	channels: ChannelView[];
	/** What the peer would send, and has no source at this moment. */
	interruptions: Interruption[];
	/** Whether there is a stream to preview. */
	hasMedia: boolean;
	stats: PeerStats | null;
	/** Pairs as they were reported last, which the statistics do not have any more. */
	droppedPairs: PairStats[];
	milestones: Milestones;
}

/** The value that a state has at this moment; undefined while there is no connection. */
export function stateOf(peer: PeerView, name: StateName): string | undefined {
	return peer.states[name].at(-1)?.value;
}

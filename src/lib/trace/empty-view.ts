import type { SessionView } from './view';
import type { PeerView } from './view-peer';

/** A peer before its connection is made. */
export const NO_PEER: PeerView = {
	exists: false,
	closed: false,
	states: {
		signalingState: [],
		iceGatheringState: [],
		iceConnectionState: [],
		connectionState: []
	},
	descriptions: {
		currentLocalDescription: null,
		pendingLocalDescription: null,
		currentRemoteDescription: null,
		pendingRemoteDescription: null
	},
	replaced: null,
	localCandidates: [],
	remoteCandidates: [],
	localTracks: [],
	remoteTracks: [],
	transceivers: [],
	channels: [],
	interruptions: [],
	hasMedia: false,
	stats: null,
	droppedPairs: [],
	milestones: {}
};

/** The view of an empty trace: nothing exists yet. */
export const EMPTY_VIEW: SessionView = {
	length: 0,
	attempt: 0,
	reason: 'start',
	because: null,
	peers: { john: NO_PEER, jane: NO_PEER },
	wire: [],
	calls: [],
	steps: [],
	deeds: [],
	lost: null
};

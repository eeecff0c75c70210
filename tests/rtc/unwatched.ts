const ASKED = 'is asked, and changes nothing';
const LEGACY = 'is of a version of the API that no specification has any more';
const TRANSFORM =
	'gives frames to the page, and the connection knows nothing of what it makes of them';

/**
 * What browsers have of the watched interfaces, and what is not watched on purpose: each member with the
 * reason. A handler is listed by the name of its event.
 */
export const UNWATCHED: Record<string, Record<string, string>> = {
	RTCPeerConnection: {
		getConfiguration: ASKED,
		getSenders: ASKED,
		getReceivers: ASKED,
		getTransceivers: ASKED,
		addStream: LEGACY,
		removeStream: LEGACY,
		getLocalStreams: LEGACY,
		getRemoteStreams: LEGACY,
		createDTMFSender: LEGACY,
		addstream: LEGACY,
		removestream: LEGACY,
		addtrack: LEGACY,
		setIdentityProvider: 'is of a specification that one browser alone has begun',
		getIdentityAssertion: 'is of a specification that one browser alone has begun',
		startDiagnosticLogging: 'makes a log of the browser’s own',
		stopDiagnosticLogging: 'makes a log of the browser’s own',
		cancelDiagnosticLogging: 'makes a log of the browser’s own'
	},
	RTCRtpTransceiver: {
		getHeaderExtensionsToNegotiate: ASKED,
		getNegotiatedHeaderExtensions: ASKED
	},
	RTCRtpSender: {
		getCapabilities: ASKED,
		getStats: ASKED,
		getParameters: 'is asked, and what it gave is known by setParameters',
		createEncodedStreams: TRANSFORM,
		transform: TRANSFORM
	},
	RTCDTMFSender: {},
	RTCRtpReceiver: {
		getCapabilities: ASKED,
		getStats: ASKED,
		getParameters: ASKED,
		getContributingSources: ASKED,
		getSynchronizationSources: ASKED,
		createEncodedStreams: TRANSFORM,
		transform: TRANSFORM,
		playoutDelayHint: LEGACY
	},
	RTCDataChannel: {},
	RTCSctpTransport: {},
	RTCDtlsTransport: { getRemoteCertificates: ASKED },
	RTCIceTransport: {
		getLocalCandidates: ASKED,
		getRemoteCandidates: ASKED,
		getLocalParameters: ASKED,
		getRemoteParameters: ASKED,
		getSelectedCandidatePair: ASKED
	},
	MediaStreamTrack: {
		getCapabilities: ASKED,
		getConstraints: ASKED,
		getSettings: ASKED,
		getCaptureHandle: ASKED,
		clone: 'makes another track, which is watched where it is sent',
		applyConstraints: 'is between the page and its camera',
		contentHint: 'is between the page and its encoder',
		stop: 'is between the page and its camera; no event tells it either',
		capturehandlechange: 'is of a captured tab'
	},
	MediaStream: {
		getAudioTracks: ASKED,
		getVideoTracks: ASKED,
		getTracks: ASKED,
		getTrackById: ASKED,
		clone: 'makes another stream, which no peer knows',
		addTrack: 'is the page’s own; what the other side does is told by events',
		removeTrack: 'is the page’s own; what the other side does is told by events',
		active: LEGACY,
		inactive: LEGACY
	}
};

/** Interfaces of WebRTC that have nothing to watch. */
export const NO_PARTS: Record<string, string> = {
	RTCCertificate: 'only tells',
	RTCDTMFToneChangeEvent: 'is an event',
	RTCDataChannelEvent: 'is an event',
	RTCEncodedAudioFrame: 'is a frame',
	RTCEncodedVideoFrame: 'is a frame',
	RTCError: 'is an error',
	RTCErrorEvent: 'is an event',
	RTCIceCandidate: 'only tells',
	RTCPeerConnectionIceErrorEvent: 'is an event',
	RTCPeerConnectionIceEvent: 'is an event',
	RTCRtpScriptTransform: 'is a transform',
	RTCRtpScriptTransformer: 'is a transform',
	RTCSessionDescription: 'only tells',
	RTCStatsReport: 'only tells',
	RTCTrackEvent: 'is an event'
};

import type { Json } from '../trace';
import { channelJson, configurationJson, payloadJson, toJson, trackJson } from './json';

/** Members of an entry's data. */
export type Members = { [name: string]: Json };

/** Where a part of the connection is, as its entries say it: `{ transceiver: 0, mid: '0' }`. */
export type PlaceOf = (part: unknown) => Members;

/** How a method becomes a call and its result. */
export interface Method {
	/** What is kept of the arguments; nothing where this is left out. */
	args?: (args: readonly never[], placeOf: PlaceOf, self: never) => Json;
	/** What is kept of what it gives; nothing where this is left out. */
	gives?: (value: never, placeOf: PlaceOf) => Json;
	/** Its promise settles the call. */
	later?: true;
	/** Named by itself, without whose it is, as the logs of browsers have it. */
	bare?: true;
}

/** What is kept of an event; null for nothing but where it fired. */
export type EventJson = ((event: never, self: never, placeOf: PlaceOf) => Json) | null;

/** What is watched of an interface. */
export interface Interface {
	/** Stands before the names of its members in the trace: `channel.send`. */
	word?: string;
	/** Its calls may change what the attributes of the connection read. */
	changes?: true;
	methods?: { [name: string]: Method };
	/** Methods of the class itself. */
	statics?: { [name: string]: Method };
	/** Attributes that a page sets: each is a call with a `value`. */
	sets?: readonly string[];
	events?: { [name: string]: EventJson };
	/** Its events are named by themselves. */
	bareEvents?: true;
}

/** The first argument, whole. */
const first = ([value]: readonly unknown[]) => toJson(value);
/** The value, whole. */
const whole = (value: unknown) => toJson(value);
const later = true;
const bare = true;
const stateOf = (_: Event, { state }: { state: string }) => ({ state });
const errorOf = ({ error }: RTCErrorEvent) => ({
	name: error.name,
	message: error.message,
	errorDetail: error.errorDetail
});

function candidateJson([candidate]: readonly unknown[]): Json {
	const json = toJson(candidate);
	if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
	// Its default (webrtc-pc, 4.8.1.1).
	return { candidate: '', ...json };
}

/** Streams have no JSON of their own; all else of the dictionary has. */
function initJson(init: RTCRtpTransceiverInit | undefined): Json {
	if (!init?.streams) return toJson(init);
	return toJson({ ...init, streams: Array.from(init.streams, ({ id }) => id) });
}

/** Both ends of the pair that is used now. */
function pairJson(_: Event, transport: RTCIceTransport): Json {
	const pair = transport.getSelectedCandidatePair?.();
	return { local: toJson(pair?.local), remote: toJson(pair?.remote) };
}

/**
 * Everything that is watched of the WebRTC API, by interface (webrtc-pc, mediacapture-streams). Entries
 * have the names of the members, those of the connection as they are, those of its parts after a word
 * that says whose they are.
 */
export const SURFACE = {
	RTCPeerConnection: {
		changes: true,
		methods: {
			createOffer: { later, args: first, gives: whole },
			createAnswer: { later, args: first, gives: whole },
			setLocalDescription: { later, args: first },
			setRemoteDescription: { later, args: first },
			addIceCandidate: { later, args: candidateJson },
			addTrack: { args: ([track]: readonly MediaStreamTrack[]) => trackJson(track!) },
			removeTrack: {
				args: ([sender]: readonly RTCRtpSender[], placeOf) => ({
					...placeOf(sender),
					...(sender?.track && trackJson(sender.track))
				})
			},
			addTransceiver: {
				args: ([track, init]: readonly unknown[]) => ({
					track: track instanceof MediaStreamTrack ? trackJson(track) : String(track),
					init: initJson(init as RTCRtpTransceiverInit | undefined)
				})
			},
			createDataChannel: {
				args: ([label, init]) => ({ label: String(label), init: toJson(init) }),
				gives: (channel, placeOf) => ({ ...channelJson(channel), ...placeOf(channel) })
			},
			restartIce: {},
			getStats: { later, gives: (report: RTCStatsReport) => toJson(Object.fromEntries(report)) },
			setConfiguration: { args: ([given]) => configurationJson(given) },
			close: {}
		},
		statics: {
			generateCertificate: {
				later,
				args: first,
				gives: (certificate: RTCCertificate) => ({
					expires: certificate.expires,
					fingerprints: toJson(certificate.getFingerprints?.())
				})
			}
		},
		events: {
			negotiationneeded: null,
			signalingstatechange: null,
			icegatheringstatechange: null,
			iceconnectionstatechange: null,
			connectionstatechange: null,
			icecandidate: ({ candidate }: RTCPeerConnectionIceEvent) => ({
				candidate: toJson(candidate)
			}),
			icecandidateerror: ({ url, errorCode, errorText }: RTCPeerConnectionIceErrorEvent) => ({
				url,
				errorCode,
				errorText
			}),
			track: ({ track, streams, transceiver }: RTCTrackEvent) => ({
				...trackJson(track),
				mid: transceiver.mid,
				streams: streams.map((stream) => stream.id)
			}),
			datachannel: ({ channel }: RTCDataChannelEvent, _: unknown, placeOf: PlaceOf) => ({
				...channelJson(channel),
				...placeOf(channel)
			})
		}
	},
	RTCRtpTransceiver: {
		word: 'transceiver',
		changes: true,
		methods: {
			stop: {},
			setCodecPreferences: { bare, args: ([codecs]) => ({ codecs: toJson(codecs) }) },
			setHeaderExtensionsToNegotiate: {
				bare,
				args: ([extensions]) => ({ extensions: toJson(extensions) })
			}
		},
		sets: ['direction']
	},
	RTCRtpSender: {
		word: 'sender',
		changes: true,
		methods: {
			replaceTrack: {
				later,
				bare,
				args: ([track]: readonly MediaStreamTrack[], _, sender: RTCRtpSender) => ({
					...(track ? trackJson(track) : { kind: null, id: null, label: null }),
					was: sender.track?.id ?? null
				})
			},
			setParameters: {
				later,
				bare,
				// The codecs and header extensions can only be given back as they were.
				args: ([parameters]: readonly RTCRtpSendParameters[]) =>
					toJson({
						encodings: parameters?.encodings,
						degradationPreference: parameters?.degradationPreference
					})
			},
			setStreams: {
				args: (streams: readonly MediaStream[]) => ({ streams: streams.map(({ id }) => id) })
			}
		}
	},
	RTCDTMFSender: {
		word: 'dtmf',
		methods: {
			insertDTMF: {
				args: ([tones, duration, interToneGap]) => toJson({ tones, duration, interToneGap })
			}
		},
		events: { tonechange: ({ tone }: RTCDTMFToneChangeEvent) => ({ tone }) }
	},
	RTCRtpReceiver: { word: 'receiver', sets: ['jitterBufferTarget'] },
	RTCDataChannel: {
		word: 'channel',
		methods: { send: { args: ([payload]) => payloadJson(payload) }, close: {} },
		sets: ['binaryType', 'bufferedAmountLowThreshold'],
		events: {
			open: null,
			message: ({ data }: MessageEvent) => payloadJson(data),
			bufferedamountlow: null,
			error: errorOf,
			closing: null,
			close: null
		}
	},
	RTCSctpTransport: { word: 'sctp', events: { statechange: stateOf } },
	RTCDtlsTransport: {
		word: 'dtls',
		events: {
			statechange: stateOf,
			error: errorOf
		}
	},
	RTCIceTransport: {
		word: 'ice',
		events: {
			statechange: stateOf,
			gatheringstatechange: (_: Event, { gatheringState }: RTCIceTransport) => ({
				state: gatheringState
			}),
			selectedcandidatepairchange: pairJson
		}
	},
	MediaStreamTrack: {
		word: 'track',
		sets: ['enabled'],
		events: { mute: null, unmute: null, ended: null },
		bareEvents: true
	},
	MediaStream: {
		word: 'stream',
		events: {
			addtrack: ({ track }: MediaStreamTrackEvent) => trackJson(track),
			removetrack: ({ track }: MediaStreamTrackEvent) => trackJson(track)
		}
	}
} satisfies { [name: string]: Interface };

import * as v from 'valibot';
import { PEER_NAMES, type TraceKind } from './entry';
import type { AttemptReason } from './view';
import { DESCRIPTION_NAMES, STATE_NAMES } from './view-peer';

/** What a file says first, so that a reader knows what it has. */
export const TRACE_FORMAT = 'parley-trace';
/** Rises when a reader of the version before could no longer make sense of a file. */
export const TRACE_VERSION = 1;
/** No name, step or title is longer. */
export const LONGEST_NAME = 500;

const KINDS: Record<TraceKind, true> = {
	attempt: true,
	step: true,
	call: true,
	result: true,
	error: true,
	event: true,
	changed: true,
	sent: true,
	altered: true,
	postponed: true,
	repeated: true,
	dropped: true,
	delivered: true,
	deed: true,
	stats: true,
	lost: true
};

const REASONS: Record<AttemptReason, true> = {
	start: true,
	'deep-link': true,
	restart: true,
	'run-to': true,
	lost: true,
	retry: true,
	source: true,
	seat: true,
	recorded: true,
	live: true,
	undone: true
};

/** The keys, typed: the records above are there so that a kind cannot be forgotten here. */
function keysOf<K extends string>(record: Record<K, true>): [K, ...K[]] {
	return Object.keys(record) as [K, ...K[]];
}

const Name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Finite = v.pipe(v.number(), v.finite());
const Text = v.nullable(v.string());
const Amount = v.nullable(Finite);

/** An object that is no list, whatever else it holds. */
function plain<const T extends v.ObjectEntries>(entries: T) {
	return v.pipe(
		v.custom<object>(
			(value) => typeof value === 'object' && value !== null && !Array.isArray(value),
			'an object'
		),
		v.looseObject(entries)
	);
}

/** What is said of the file as a whole. What else a header holds is left out. */
export const Header = v.object({
	format: v.literal(TRACE_FORMAT),
	version: v.literal(TRACE_VERSION),
	title: v.optional(Name),
	/** `navigator.userAgent` of the browser that made the trace. */
	browser: v.optional(Name),
	/** ISO 8601. */
	exportedAt: v.pipe(v.string(), v.isoTimestamp()),
	/** Whether addresses and ICE credentials were replaced. */
	masked: v.boolean(),
	entries: v.array(v.unknown())
});

/** One entry, without a look into its data. */
export const Entry = v.strictObject({
	seq: Count,
	at: Finite,
	attempt: v.pipe(v.number(), v.integer(), v.minValue(1)),
	peer: v.nullable(v.picklist(PEER_NAMES)),
	kind: v.picklist(keysOf(KINDS)),
	name: Name,
	call: v.optional(Count),
	step: v.optional(Name),
	data: v.optional(v.unknown())
});

const Description = plain({
	type: v.picklist(['offer', 'pranswer', 'answer', 'rollback']),
	sdp: v.string()
});

const Candidate = plain({
	candidate: v.string(),
	sdpMid: v.optional(Text),
	sdpMLineIndex: v.optional(Amount),
	usernameFragment: v.optional(Text)
});

const ErrorData = plain({ name: v.string(), message: v.string() });
const Track = plain({ kind: v.string(), id: v.string(), label: v.string() });

const MaybeText = v.optional(v.string());
const MaybeAmount = v.optional(Finite);

const PairEnd = plain({
	type: v.string(),
	address: Text,
	port: Amount,
	protocol: Text,
	id: MaybeText,
	priority: MaybeAmount,
	foundation: MaybeText,
	usernameFragment: MaybeText,
	tcpType: MaybeText,
	relayProtocol: MaybeText
});

const Pair = {
	id: v.string(),
	local: PairEnd,
	remote: PairEnd
};

const Checks = plain({
	requestsSent: MaybeAmount,
	responsesReceived: MaybeAmount,
	requestsReceived: MaybeAmount,
	responsesSent: MaybeAmount
});

const ReceiverReport = plain({
	roundTripTime: MaybeAmount,
	fractionLost: MaybeAmount,
	packetsLost: MaybeAmount,
	jitter: MaybeAmount
});

const Certificate = plain({ algorithm: v.string(), fingerprint: v.string() });

const RtpStats = plain({
	kind: v.string(),
	mid: Text,
	codec: Text,
	packets: Finite,
	bytes: Finite,
	frames: Amount,
	framesPerSecond: Amount,
	frameWidth: Amount,
	frameHeight: Amount,
	packetsLost: Amount,
	jitter: Amount,
	ssrc: MaybeAmount,
	reported: v.optional(ReceiverReport),
	quality: v.optional(
		plain({
			keyFrames: MaybeAmount,
			keyFrameRequests: MaybeAmount,
			concealed: MaybeAmount,
			samples: MaybeAmount,
			audioLevel: MaybeAmount,
			limitedBy: MaybeText,
			rid: MaybeText,
			active: v.optional(v.boolean())
		})
	)
});

const Stats = plain({
	at: Finite,
	pairs: v.array(
		plain({
			...Pair,
			state: v.string(),
			nominated: v.boolean(),
			checks: v.optional(Checks),
			priority: MaybeAmount,
			roundTripTime: MaybeAmount,
			totalRoundTripTime: MaybeAmount,
			bytesSent: MaybeAmount,
			bytesReceived: MaybeAmount
		})
	),
	unpaired: v.optional(plain({ local: v.array(PairEnd), remote: v.array(PairEnd) })),
	selected: v.nullable(plain({ ...Pair, roundTripTime: Amount })),
	dtls: v.nullable(
		plain({
			state: v.string(),
			role: Text,
			cipher: Text,
			srtp: Text,
			version: MaybeText,
			localCertificate: v.optional(Certificate),
			remoteCertificate: v.optional(Certificate)
		})
	),
	ice: v.optional(plain({ role: MaybeText, state: MaybeText })),
	inbound: v.array(RtpStats),
	outbound: v.array(RtpStats)
});

const Transceiver = plain({
	transceiver: Count,
	kind: v.string(),
	mid: Text,
	direction: v.string(),
	currentDirection: Text,
	track: Text,
	stopped: v.boolean(),
	encodings: v.optional(
		v.array(
			plain({
				rid: v.string(),
				active: v.boolean(),
				scaleResolutionDownBy: v.optional(v.number())
			})
		)
	)
});

/** Which data channel of a peer something is of. */
const OfChannel = plain({ channel: Count, label: v.string(), id: Amount });

const Changed = plain({
	...(Object.fromEntries(STATE_NAMES.map((name) => [name, v.optional(v.string())])) as Record<
		string,
		v.GenericSchema
	>),
	...Object.fromEntries(
		DESCRIPTION_NAMES.map((name) => [name, v.optional(v.nullable(Description))])
	),
	transceivers: v.optional(v.array(Transceiver))
});

const Message = v.union([
	plain({ description: v.nullable(Description) }),
	plain({ candidate: v.nullable(Candidate) }),
	plain({ bye: v.literal(true) })
]);

const OfMessage = plain({ id: Count });

/** What the entries of a kind carry, where something is read from it. */
const BY_KIND: Partial<Record<TraceKind, v.GenericSchema>> = {
	attempt: plain({ reason: v.picklist(keysOf(REASONS)) }),
	step: plain({ id: Name, error: v.optional(ErrorData) }),
	error: ErrorData,
	changed: Changed,
	sent: plain({ id: Count, message: Message }),
	altered: plain({
		id: Count,
		message: Message,
		removed: v.array(v.string()),
		added: v.array(v.string())
	}),
	postponed: OfMessage,
	repeated: OfMessage,
	dropped: OfMessage,
	delivered: OfMessage,
	deed: plain({ error: v.optional(ErrorData) }),
	stats: Stats,
	lost: plain({ explanation: v.string() })
};

/** The entries of a data channel. */
const CHANNEL_ENTRIES = [
	'call channel.send',
	'call channel.close',
	'event channel.open',
	'event channel.message',
	'event channel.bufferedamountlow',
	'event channel.error',
	'event channel.closing',
	'event channel.close'
];

/** What certain calls and events carry. */
const BY_NAME: ReadonlyMap<string, v.GenericSchema> = new Map<string, v.GenericSchema>([
	['event icecandidate', plain({ candidate: v.nullable(Candidate) })],
	['event track', Track],
	// What is no track is refused, and nothing of it is kept.
	['call addTrack', v.nullable(Track)],
	['call addIceCandidate', v.optional(v.nullable(Candidate))],
	['result createOffer', v.optional(v.nullable(Description))],
	['result createAnswer', v.optional(v.nullable(Description))],
	...CHANNEL_ENTRIES.map((name) => [name, OfChannel] as const)
]);

/** What an entry's data has to be; undefined where any JSON will do. */
export function dataSchema(kind: TraceKind, name: string): v.GenericSchema | undefined {
	return BY_KIND[kind] ?? BY_NAME.get(`${kind} ${name}`);
}

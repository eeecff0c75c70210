import type { PeerName, PeerStats, TraceEntry } from '../../src/lib/trace';
import { altered, beside, RECORDED, reworded } from './recorded';

type Is = (entry: TraceEntry) => boolean;
type Data = Record<string, unknown>;

const isEntry =
	(kind: string, peer: PeerName | null, name?: string): Is =>
	(entry) =>
		entry.kind === kind && entry.peer === peer && (name === undefined || entry.name === name);

/** The first of them alone. */
const firstOf = (is: Is): Is => {
	const found = RECORDED.find(is);
	return (entry) => entry.seq === found?.seq;
};

const resultOf = (name: string, peer: PeerName): Is => {
	const call = RECORDED.find(isEntry('call', peer, name))!;
	return (entry) => entry.kind === 'result' && entry.call === call.seq;
};

/** The change by which a state had a value. */
const became =
	(peer: PeerName, state: string, value: string): Is =>
	({ kind, peer: whose, data }) =>
		kind === 'changed' && whose === peer && (data as Data)[state] === value;

const state = (peer: PeerName, values: Data) => ({
	kind: 'changed' as const,
	name: Object.keys(values).join(' '),
	peer,
	data: values as TraceEntry['data'] & {}
});
const event = (peer: PeerName, name: string) => ({ kind: 'event' as const, name, peer });
type New = Parameters<typeof beside>[1];

/** The recording with more behind an entry. */
const put = (is: Is, ...more: readonly New[]) =>
	altered(RECORDED, (entry) =>
		is(entry) ? [entry, ...more.map((one) => beside(entry, one))] : entry
	);

/** The recording with more in front of an entry. */
const putBefore = (is: Is, ...more: readonly New[]) =>
	altered(RECORDED, (entry) =>
		is(entry) ? [...more.map((one) => beside(entry, one)), entry] : entry
	);

const without = (is: Is) => altered(RECORDED, (entry) => (is(entry) ? [] : entry));

/** The recording with other words in some entries. */
const said = (is: Is, from: string | RegExp, to: string) =>
	altered(RECORDED, (entry) => (is(entry) ? reworded(entry, from, to) : entry));

/** The recording with the same events behind another entry. */
function moved(which: Is, to: Is) {
	const events = RECORDED.filter(which);
	return altered(RECORDED, (entry) => {
		if (which(entry)) return [];
		if (!to(entry)) return entry;
		return [entry, ...events.map((one) => beside(entry, { ...one, seq: 0 }))];
	});
}

/** The recording with other statistics behind the last message but the goodbye. */
function measured(change: (stats: PeerStats, first: PeerStats) => PeerStats) {
	const last = RECORDED.findLast(
		({ kind, name }) => (kind === 'sent' || kind === 'delivered') && name !== 'bye'
	)!;
	const firsts = new Map<PeerName | null, PeerStats>();
	return altered(RECORDED, (entry) => {
		if (entry.kind !== 'stats' || entry.seq < last.seq) return entry;
		const stats = entry.data as unknown as PeerStats;
		if (!firsts.has(entry.peer)) firsts.set(entry.peer, stats);
		return { ...entry, data: change(stats, firsts.get(entry.peer)!) as never };
	});
}

/** Of one kind of media nothing more arrives. */
const silent = (kind: string) =>
	measured((stats, first) => ({
		...stats,
		inbound: stats.inbound.map((one) =>
			one.kind === kind ? first.inbound.find((old) => old.kind === kind)! : one
		)
	}));

/** The recording in which both states of a peer say `connected` in the other order. */
function swapped(...peers: readonly PeerName[]) {
	const other: Data = {
		iceConnectionState: 'connectionState',
		connectionState: 'iceConnectionState'
	};
	return altered(RECORDED, (entry) => {
		const [[name, value] = []] = Object.entries((entry.data ?? {}) as Data);
		if (entry.kind !== 'changed' || value !== 'connected' || !peers.includes(entry.peer!)) {
			return entry;
		}
		return { ...entry, name: String(other[name!]), data: { [String(other[name!])]: value } };
	});
}

const firstConnection = firstOf(isEntry('result', 'john', 'RTCPeerConnection'));
const offer = resultOf('createOffer', 'john');
const answer = resultOf('createAnswer', 'jane');
const added = firstOf(isEntry('result', 'jane', 'addTrack'));
const needed = isEntry('event', 'john', 'negotiationneeded');
const tracks = isEntry('event', 'jane', 'track');
const pending: Is = ({ kind, peer, data }) =>
	kind === 'changed' && peer === 'john' && Boolean((data as Data).pendingLocalDescription);
const answered = became('jane', 'signalingState', 'stable');
const janeStable: Is = (entry) => answered(entry) && entry.name.includes('Description');
const johnStable: Is = (entry) =>
	became('john', 'signalingState', 'stable')(entry) && entry.name.includes('Description');
const answerSent = isEntry('sent', 'jane', 'description');
const closed = isEntry('result', 'john', 'close');
const stats = isEntry('stats', 'john');
const connected = (peer: PeerName) => became(peer, 'iceConnectionState', 'connected');
const set = RECORDED.find(isEntry('call', 'john', 'setLocalDescription'))!.data as { sdp: string };
const CANDIDATE = 'a=candidate:1 1 udp 2122194687 192.0.2.1 60091 typ host\\r\\n';
const found = RECORDED.filter(
	({ kind, name, peer, data }) =>
		kind === 'event' && name === 'icecandidate' && peer === 'john' && (data as Data).candidate
);
const isFound = (count: number): Is => {
	const some = new Set(found.slice(0, count).map(({ seq }) => seq));
	return ({ seq }) => some.has(seq);
};
const selected = (RECORDED.find(stats)!.data as unknown as PeerStats).selected;
const ICE = { iceConnectionState: 'connected' };
const ALL = { ...ICE, connectionState: 'connected' };

/** Traces of which an answer is true that the recorded call does not give: by check, by answer. */
export const ALTERATIONS: Record<string, Record<string, () => readonly TraceEntry[]>> = {
	'nothing-leaves': {
		'a message': () =>
			put(firstConnection, {
				kind: 'sent',
				name: 'bye',
				peer: 'john',
				data: { id: 99, message: { bye: true } }
			}),
		'a question for addresses': () =>
			put(
				became('john', 'iceGatheringState', 'new'),
				state('john', { iceGatheringState: 'gathering' })
			),
		'a question about the camera': () =>
			put(firstConnection, { kind: 'call', name: 'getUserMedia', peer: 'john', data: null })
	},
	'how-often-needed': {
		'more than once': () => put(needed, event('john', 'negotiationneeded')),
		never: () => without(needed)
	},
	'offer-not-applied': {
		'have-local-offer': () => put(offer, state('john', { signalingState: 'have-local-offer' })),
		'have-remote-offer': () => put(offer, state('john', { signalingState: 'have-remote-offer' }))
	},
	'candidates-in-offer': {
		'one for each section': () => said(offer, 'a=mid:', `${CANDIDATE}a=mid:`),
		'one for each address': () => said(offer, 'a=mid:', `${CANDIDATE}${CANDIDATE}a=mid:`)
	},
	'description-grows': {
		'it is the same': () =>
			altered(RECORDED, (entry) =>
				pending(entry)
					? {
							...entry,
							data: {
								...(entry.data as object),
								pendingLocalDescription: { type: 'offer', sdp: set.sdp }
							}
						}
					: entry
			),
		'codecs were removed': () => said(pending, /a=rtpmap:96 [^\\]*\\r\\n/, ''),
		'new credentials': () => said(pending, 'a=ice-ufrag:', 'a=ice-ufrag:x')
	},
	'jane-begins': {
		'have-remote-offer': () =>
			said(became('jane', 'iceGatheringState', 'new'), '"stable"', '"have-remote-offer"'),
		'have-local-offer': () =>
			said(became('jane', 'iceGatheringState', 'new'), '"stable"', '"have-local-offer"')
	},
	'track-before-packets': {
		'with the first packet': () =>
			moved(
				tracks,
				firstOf((entry) => isEntry('stats', 'jane')(entry) && hasPackets(entry))
			),
		'when connected': () => moved(tracks, became('jane', 'connectionState', 'connected')),
		'after her tracks': () => moved(tracks, added)
	},
	'need-of-jane': {
		once: () => put(added, event('jane', 'negotiationneeded')),
		'more than once': () =>
			put(added, event('jane', 'negotiationneeded'), event('jane', 'negotiationneeded')),
		'at John’s side': () => put(added, event('john', 'negotiationneeded'))
	},
	'sections-of-answer': {
		'two of hers': () => said(answer, 'a=sendrecv', 'a=sendonly'),
		three: () => said(answer, /m=video/, 'm=audio 9 X 0\\r\\nm=video'),
		four: () => said(answer, /m=video/, 'm=audio 9 X 0\\r\\nm=audio 9 X 0\\r\\nm=video')
	},
	'formats-left-out': {
		'all but one': () => said(answer, /(m=video \d+ \S+ \d+)[ \d]*/, '$1'),
		some: () => said(answer, /(m=video \d+ \S+ \d+) \d+/, '$1')
	},
	'who-begins-dtls': { John: () => said(answer, 'a=setup:active', 'a=setup:passive') },
	'john-still-waits': {
		stable: () => putBefore(janeStable, state('john', { signalingState: 'stable' })),
		'have-remote-pranswer': () =>
			putBefore(janeStable, state('john', { signalingState: 'have-remote-pranswer' }))
	},
	'answer-on-its-way': {
		'both are stable': () => put(answerSent, state('john', { signalingState: 'stable' })),
		'the answer is taken back': () =>
			put(answerSent, state('jane', { signalingState: 'have-remote-offer' })),
		'both have a local offer': () =>
			put(answerSent, state('jane', { signalingState: 'have-local-offer' }))
	},
	'agreed-not-connected': {
		connected: () => put(johnStable, state('john', ALL), state('jane', ALL)),
		'only John has one': () => put(johnStable, state('john', ICE)),
		'not encrypted yet': () => put(johnStable, state('john', ICE), state('jane', ICE))
	},
	'who-found-more': {
		Jane: () => without(isFound(5)),
		'both the same': () => without(isFound(4))
	},
	'name-or-number': {
		'a name': () => said(isEntry('sent', 'john', 'candidate'), '192.0.2.1', 'a-b-c.local')
	},
	'one-candidate': {
		nothing: () => without((entry) => connected('john')(entry) || connected('jane')(entry)),
		'Jane alone': () => without(connected('john'))
	},
	'reflexive-priority': {
		equal: () => said(stats, '1853759231', '2122194687'),
		higher: () => said(stats, '1853759231', '2130706431')
	},
	'who-decides': { Jane: () => said(stats, '"controlling"', '"controlled"') },
	'how-many-pairs': {
		two: () => said(answer, /a=group:BUNDLE[^\\]*\\r\\n/, ''),
		four: () => said(answer, /a=group:BUNDLE[^\\]*\\r\\n|a=rtcp-mux\\r\\n/, '')
	},
	'pair-moves-on': { 'the same': () => measured((one) => ({ ...one, selected })) },
	'which-first': {
		'the connection': () => swapped('john', 'jane'),
		'at once': () =>
			altered(RECORDED, (entry) =>
				connected('john')(entry) || connected('jane')(entry) ? { ...entry, data: ALL } : entry
			),
		'not the same at both': () => swapped('jane')
	},
	'signaling-gone': {
		'the picture freezes': () => silent('video'),
		'the sound ends': () => silent('audio'),
		'the call ends': () =>
			putBefore(isEntry('sent', 'john', 'bye'), state('jane', { connectionState: 'failed' }))
	},
	'close-is-silent': {
		one: () => put(closed, event('john', 'connectionstatechange')),
		'one for each state': () =>
			put(closed, event('john', 'signalingstatechange'), event('john', 'connectionstatechange')),
		'the tracks end': () => put(closed, event('john', 'ended'))
	}
};

function hasPackets({ data }: TraceEntry): boolean {
	return (data as unknown as PeerStats).inbound.some(({ packets }) => packets > 0);
}

import { otherPeer, type ErrorData, type PeerName, type TraceEntry } from './entry';
import {
	DESCRIPTION_NAMES,
	STATE_NAMES,
	type AttemptReason,
	type Attributes,
	type CallView,
	type Candidate,
	type Milestones,
	type PeerStats,
	type PeerView,
	type SessionView,
	type TrackView
} from './view';

const NO_PEER: PeerView = {
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
	localCandidates: [],
	remoteCandidates: [],
	localTracks: [],
	remoteTracks: [],
	hasMedia: false,
	stats: null,
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
	lost: null
};

/** The session as it was after these entries: a pure function of a prefix of the trace. */
export function reduce(entries: readonly TraceEntry[]): SessionView {
	return entries.reduce(fold, EMPTY_VIEW);
}

/** The view after one more entry. Shares whatever the entry did not touch. */
export function fold(view: SessionView, entry: TraceEntry): SessionView {
	const next = { ...view, length: view.length + 1 };
	switch (entry.kind) {
		case 'attempt':
			return begunAttempt(next, entry);
		case 'step':
			return foldStep(next, entry);
		case 'call':
			return onPeer(withCall(next, entry), entry, called);
		case 'result':
			return onPeer(settled(next, entry, 'resolved'), entry, resolved(next, entry));
		case 'error':
			return onPeer(settled(next, entry, 'rejected'), entry, refused(entry));
		case 'event':
			return onPeer(next, entry, fired);
		case 'changed':
			return onPeer(next, entry, changed);
		case 'sent':
			return sent(next, entry);
		case 'delivered':
			return delivered(next, entry);
		case 'stats':
			return onPeer(next, entry, measured);
		case 'lost':
			return {
				...next,
				lost: entry.peer && {
					seq: entry.seq,
					peer: entry.peer,
					explanation: (entry.data as { explanation: string }).explanation
				}
			};
	}
}

/** Fresh peers: the view of the attempt before is left behind, its entries stay in the trace. */
function begunAttempt(view: SessionView, entry: TraceEntry): SessionView {
	const { reason } = entry.data as { reason: AttemptReason };
	return {
		...EMPTY_VIEW,
		length: view.length,
		attempt: entry.attempt,
		reason,
		because: reason === 'lost' ? (view.lost?.explanation ?? null) : null
	};
}

function foldStep(view: SessionView, entry: TraceEntry): SessionView {
	const { id, error } = entry.data as unknown as { id: string; error?: ErrorData };
	if (entry.name === 'begin') {
		return { ...view, steps: [...view.steps, { id, begin: entry.seq, status: 'pending' }] };
	}
	const status = entry.name === 'end' ? 'done' : 'failed';
	return {
		...view,
		steps: replaceLast(
			view.steps,
			(step) => step.id === id,
			(step) => ({ ...step, status, end: entry.seq, ...(error && { error }) })
		)
	};
}

function withCall(view: SessionView, entry: TraceEntry): SessionView {
	const call: CallView = {
		seq: entry.seq,
		peer: entry.peer,
		name: entry.name,
		at: entry.at,
		args: entry.data ?? null,
		status: 'pending',
		...(entry.step !== undefined && { step: entry.step })
	};
	return { ...view, calls: [...view.calls, call] };
}

function settled(view: SessionView, entry: TraceEntry, status: CallView['status']): SessionView {
	return {
		...view,
		calls: replaceLast(
			view.calls,
			(call) => call.seq === entry.call,
			(call) => ({
				...call,
				status,
				took: entry.at - call.at,
				...(status === 'resolved'
					? { result: entry.data ?? null }
					: { error: entry.data as unknown as ErrorData })
			})
		)
	};
}

type PeerFold = (peer: PeerView, entry: TraceEntry) => PeerView;

function onPeer(view: SessionView, entry: TraceEntry, update: PeerFold): SessionView {
	if (!entry.peer) return view;
	const peer = update(view.peers[entry.peer], entry);
	return peer === view.peers[entry.peer]
		? view
		: { ...view, peers: { ...view.peers, [entry.peer]: peer } };
}

const called: PeerFold = (peer, entry) => {
	if (entry.name !== 'addIceCandidate') return peer;
	const remote = { seq: entry.seq, at: entry.at, candidate: entry.data as Candidate | null };
	return { ...peer, remoteCandidates: [...peer.remoteCandidates, remote] };
};

const resolved =
	(view: SessionView, entry: TraceEntry): PeerFold =>
	(peer) => {
		switch (entry.name) {
			case 'RTCPeerConnection':
				return { ...peer, exists: true };
			case 'getUserMedia':
			case 'testPattern':
				return { ...peer, hasMedia: true };
			case 'addTrack': {
				const args = view.calls.find((call) => call.seq === entry.call)?.args;
				const track = { ...(args as unknown as TrackView), seq: entry.seq };
				return { ...peer, localTracks: [...peer.localTracks, track] };
			}
			case 'addIceCandidate':
				return withAdded(peer, entry, true);
			case 'close':
				return { ...peer, closed: true, hasMedia: false };
			default:
				return peer;
		}
	};

const refused =
	(entry: TraceEntry): PeerFold =>
	(peer) =>
		entry.name === 'addIceCandidate' ? withAdded(peer, entry, false) : peer;

function withAdded(peer: PeerView, entry: TraceEntry, added: boolean): PeerView {
	return {
		...peer,
		remoteCandidates: replaceLast(
			peer.remoteCandidates,
			(candidate) => candidate.seq === entry.call,
			(candidate) => ({ ...candidate, added })
		)
	};
}

const fired: PeerFold = (peer, entry) => {
	if (entry.name === 'icecandidate') {
		const { candidate } = entry.data as unknown as { candidate: Candidate | null };
		const local = { seq: entry.seq, at: entry.at, candidate };
		return { ...peer, localCandidates: [...peer.localCandidates, local] };
	}
	if (entry.name === 'track') {
		const track = { ...(entry.data as unknown as TrackView), seq: entry.seq };
		return { ...peer, remoteTracks: [...peer.remoteTracks, track] };
	}
	return peer;
};

const changed: PeerFold = (peer, entry) => {
	const attributes = entry.data as unknown as Partial<Attributes>;
	const states = { ...peer.states };
	for (const name of STATE_NAMES) {
		const value = attributes[name];
		if (value === undefined) continue;
		states[name] = [
			...states[name],
			{ value, seq: entry.seq, at: entry.at, ...(entry.step !== undefined && { step: entry.step }) }
		];
	}
	const descriptions = { ...peer.descriptions };
	for (const name of DESCRIPTION_NAMES) {
		const value = attributes[name];
		if (value !== undefined) descriptions[name] = value;
	}
	const milestones = reached(peer.milestones, entry.seq, {
		gathering: attributes.iceGatheringState === 'gathering',
		checking: attributes.iceConnectionState === 'checking',
		iceConnected:
			attributes.iceConnectionState === 'connected' ||
			attributes.iceConnectionState === 'completed',
		connected: attributes.connectionState === 'connected'
	});
	return { ...peer, states, descriptions, milestones };
};

const measured: PeerFold = (peer, entry) => {
	const stats = entry.data as unknown as PeerStats;
	const milestones = reached(peer.milestones, entry.seq, {
		selected: stats.selected !== null,
		dtls: stats.dtls?.state === 'connected',
		firstFrame: stats.inbound.some((rtp) => rtp.kind === 'video' && (rtp.frames ?? 0) > 0)
	});
	return { ...peer, stats, milestones };
};

/** Milestones with those added that are reached now; the first time counts. */
function reached(
	milestones: Milestones,
	seq: number,
	now: Partial<Record<keyof Milestones, boolean>>
): Milestones {
	const news = Object.entries(now).filter(
		([name, is]) => is && milestones[name as keyof Milestones] === undefined
	);
	if (news.length === 0) return milestones;
	return { ...milestones, ...Object.fromEntries(news.map(([name]) => [name, seq])) };
}

function sent(view: SessionView, entry: TraceEntry): SessionView {
	const { id, message } = entry.data as { id: number; message: never };
	const from = entry.peer as PeerName;
	const wire = [
		...view.wire,
		{ id, from, to: otherPeer(from), message, sent: entry.seq, sentAt: entry.at }
	];
	return marked({ ...view, wire }, from, message, 'sent', entry.seq);
}

function delivered(view: SessionView, entry: TraceEntry): SessionView {
	const { id } = entry.data as { id: number };
	const from = otherPeer(entry.peer as PeerName);
	const message = view.wire.find((one) => one.id === id && one.from === from)?.message;
	const wire = replaceLast(
		view.wire,
		(one) => one.id === id && one.from === from,
		(one) => ({ ...one, delivered: entry.seq, deliveredAt: entry.at })
	);
	return marked({ ...view, wire }, from, message, 'delivered', entry.seq);
}

/** Notes on a gathered candidate that a message took it on its way, or to its end. */
function marked(
	view: SessionView,
	from: PeerName,
	message: unknown,
	what: 'sent' | 'delivered',
	seq: number
): SessionView {
	if (typeof message !== 'object' || message === null || !('candidate' in message)) return view;
	const key = JSON.stringify(message.candidate);
	const peer = view.peers[from];
	const index = peer.localCandidates.findIndex(
		(local) => local[what] === undefined && JSON.stringify(local.candidate) === key
	);
	if (index < 0) return view;
	const localCandidates = peer.localCandidates.map((local, at) =>
		at === index ? { ...local, [what]: seq } : local
	);
	return { ...view, peers: { ...view.peers, [from]: { ...peer, localCandidates } } };
}

/** A copy in which the last element that fits is replaced. */
function replaceLast<T>(
	list: readonly T[],
	fits: (item: T) => boolean,
	replace: (item: T) => T
): T[] {
	const index = list.findLastIndex(fits);
	return list.map((item, at) => (at === index ? replace(item) : item));
}

import type { TraceEntry } from './entry';
import { channelsAfter, tracksAfter } from './fold-parts';
import type { Lists } from './lists';
import type { SessionView } from './view';
import {
	DESCRIPTION_NAMES,
	STATE_NAMES,
	type Attributes,
	type Candidate,
	type Exchange,
	type Interruption,
	type Milestones,
	type PeerView,
	type TrackView
} from './view-peer';
import type { PairStats, PeerStats } from './view-stats';

/** One peer after one more entry of its own. */
export type PeerFold = (peer: PeerView, entry: TraceEntry) => PeerView;

/** The same, with the lists of what is folded in one go. */
type ListFold = (lists: Lists) => PeerFold;

/** A call began. */
export const called: ListFold = (lists) => (peer, entry) => {
	if (entry.name !== 'addIceCandidate') return peer;
	const remote = { seq: entry.seq, at: entry.at, candidate: entry.data as Candidate | null };
	return { ...peer, remoteCandidates: lists.append(peer.remoteCandidates, remote) };
};

/** A call was fulfilled. The view says what it was called with. */
export const resolved =
	(view: SessionView, lists: Lists): PeerFold =>
	(peer, entry) => {
		const argsOf = () => view.calls.findLast((call) => call.seq === entry.call)?.args;
		switch (entry.name) {
			case 'RTCPeerConnection':
				return { ...peer, exists: true };
			case 'getUserMedia':
			case 'testPattern':
				return { ...peer, hasMedia: true, interruptions: mutedIn(entry) };
			case 'addTrack':
			case 'addTransceiver':
			case 'removeTrack':
			case 'replaceTrack':
				return { ...peer, localTracks: tracksAfter(peer.localTracks, entry, argsOf()) };
			case 'createDataChannel':
				return channelsAfter(peer, entry, entry.data);
			case 'channel.send':
			case 'channel.close':
				return channelsAfter(peer, entry, argsOf());
			case 'addIceCandidate':
				return withAdded(peer, entry, true, lists);
			case 'close':
				// Its channels end with it, and no event tells so (webrtc-pc, 4.4.1.3).
				return {
					...peer,
					closed: true,
					hasMedia: false,
					interruptions: [],
					channels: peer.channels.map((channel) => ({ ...channel, state: 'closed' }))
				};
			default:
				return peer;
		}
	};

/** A call was rejected. */
export const refused: ListFold = (lists) => (peer, entry) =>
	entry.name === 'addIceCandidate' ? withAdded(peer, entry, false, lists) : peer;

function withAdded(peer: PeerView, entry: TraceEntry, added: boolean, lists: Lists): PeerView {
	return {
		...peer,
		remoteCandidates: lists.replaceLast(
			peer.remoteCandidates,
			(candidate) => candidate.seq === entry.call,
			(candidate) => ({ ...candidate, added })
		)
	};
}

/** An event fired. */
export const fired: ListFold = (lists) => (peer, entry) => {
	if (entry.name === 'icecandidate') {
		const { candidate } = entry.data as unknown as { candidate: Candidate | null };
		const local = { seq: entry.seq, at: entry.at, candidate };
		return { ...peer, localCandidates: lists.append(peer.localCandidates, local) };
	}
	if (entry.name === 'track') {
		const track = { ...(entry.data as unknown as TrackView), seq: entry.seq };
		return { ...peer, remoteTracks: lists.append(peer.remoteTracks, track) };
	}
	return isOfTrack(entry.name)
		? interrupted(peer, entry, entry.name)
		: channelsAfter(peer, entry, entry.data);
};

function isOfTrack(name: string): name is 'mute' | 'unmute' | 'ended' {
	return name === 'mute' || name === 'unmute' || name === 'ended';
}

/** A track that is sent has lost its source, or has it again. What others recorded may hold anything. */
function interrupted(
	peer: PeerView,
	{ seq, data }: TraceEntry,
	event: 'mute' | 'unmute' | 'ended'
): PeerView {
	const { kind, id, side } = (data ?? {}) as Partial<Record<string, unknown>>;
	if (side !== 'local' || typeof kind !== 'string' || typeof id !== 'string') return peer;
	// Nothing comes after the end.
	const others = peer.interruptions.filter((one) => one.id !== id || one.event === 'ended');
	if (others.some((one) => one.id === id)) return peer;
	const now = event === 'unmute' ? [] : [{ seq, kind, id, event }];
	return { ...peer, interruptions: [...others, ...now] };
}

/** Tracks that a camera gave muted. */
function mutedIn({ seq, data }: TraceEntry): Interruption[] {
	const { tracks } = (data ?? {}) as { tracks?: unknown };
	if (!Array.isArray(tracks)) return [];
	return (tracks as Partial<Record<string, unknown>>[])
		.filter((track) => track?.muted === true)
		.map(({ kind, id }) => ({ seq, kind: String(kind), id: String(id), event: 'mute' as const }));
}

/** Attributes read differently. */
export const changed: ListFold = (lists) => (peer, entry) => {
	const attributes = entry.data as unknown as Partial<Attributes>;
	const states = { ...peer.states };
	for (const name of STATE_NAMES) {
		const value = attributes[name];
		if (value === undefined) continue;
		states[name] = lists.append(states[name], {
			value,
			seq: entry.seq,
			at: entry.at,
			...(entry.step !== undefined && { step: entry.step })
		});
	}
	const descriptions = { ...peer.descriptions };
	for (const name of DESCRIPTION_NAMES) {
		const value = attributes[name];
		if (value !== undefined) descriptions[name] = value;
	}
	const transceivers = attributes.transceivers ?? peer.transceivers;
	const milestones = reached(peer.milestones, entry.seq, {
		gathering: attributes.iceGatheringState === 'gathering',
		checking: attributes.iceConnectionState === 'checking',
		iceConnected:
			attributes.iceConnectionState === 'connected' ||
			attributes.iceConnectionState === 'completed',
		connected: attributes.connectionState === 'connected'
	});
	const replaced = replacedNow(peer, descriptions);
	return { ...peer, states, descriptions, replaced, transceivers, milestones };
};

/** A pending offer was answered, and its exchange took the place of one that was in force. */
function replacedNow(
	{ descriptions: before, replaced }: PeerView,
	now: PeerView['descriptions']
): Exchange | null {
	const wasPending = before.pendingLocalDescription ?? before.pendingRemoteDescription;
	const isPending = now.pendingLocalDescription ?? now.pendingRemoteDescription;
	const isSame = now.currentLocalDescription === before.currentLocalDescription;
	if (wasPending === null || isPending !== null || isSame) return replaced;
	return exchangeOf(before);
}

/** The offer and the answer that are in force; null before there are. */
function exchangeOf(descriptions: PeerView['descriptions']): Exchange | null {
	const { currentLocalDescription: local, currentRemoteDescription: remote } = descriptions;
	if (local === null || remote === null) return null;
	return local.type === 'offer'
		? { offer: local, answer: remote }
		: { offer: remote, answer: local };
}

/** `getStats()` reported. */
export const measured: PeerFold = (peer, entry) => {
	const stats = entry.data as unknown as PeerStats;
	const milestones = reached(peer.milestones, entry.seq, {
		selected: stats.selected !== null,
		dtls: stats.dtls?.state === 'connected',
		firstFrame: stats.inbound.some((rtp) => rtp.kind === 'video' && (rtp.frames ?? 0) > 0)
	});
	return { ...peer, stats, droppedPairs: droppedNow(peer, stats), milestones };
};

/** Browsers report no more of a pair that they gave up; what was known of it stays. */
function droppedNow({ stats, droppedPairs }: PeerView, { pairs }: PeerStats): PairStats[] {
	if (droppedPairs.length === 0 && (stats === null || isSameOrMore(stats.pairs, pairs))) {
		return droppedPairs;
	}
	const now = new Set(pairs.map(({ id }) => id));
	const gone = (stats?.pairs ?? []).filter(({ id }) => !now.has(id));
	const back = droppedPairs.some(({ id }) => now.has(id));
	if (gone.length === 0 && !back) return droppedPairs;
	return [...droppedPairs.filter(({ id }) => !now.has(id)), ...gone];
}

/** Whether a list begins as one before it did, which is so of most reports. */
const isSameOrMore = (before: readonly PairStats[], now: readonly PairStats[]): boolean =>
	before.every(({ id }, at) => now[at]?.id === id);

/** Milestones with those added that are reached now; the first time counts. */
function reached(
	milestones: Milestones,
	seq: number,
	now: Partial<Record<keyof Milestones, boolean>>
): Milestones {
	let after = milestones;
	for (const name of Object.keys(now) as (keyof Milestones)[]) {
		if (now[name] && milestones[name] === undefined) after = { ...after, [name]: seq };
	}
	return after;
}

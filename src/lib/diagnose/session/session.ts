import {
	otherPeer,
	PEER_NAMES,
	type PeerName,
	type PeerStats,
	type PeerView,
	type SessionView,
	type TraceEntry
} from '../../trace';
import { isWaiting } from '../../trace/fate';
import { NAMES } from '../../trace/names';
import { appliedBy, exchangesOf, type Applied, type AppliedExchange } from './applied';
import { configurationOf, type Configuration } from './configuration';
import { runOf, type Run } from './course';

/** What one look at the statistics gave. */
export interface Sample {
	readonly seq: number;
	readonly at: number;
	readonly stats: PeerStats;
}

/** One side of a session, as the detectors need it. */
export interface SessionPeer extends Run {
	readonly name: PeerName;
	/** In a sentence: `John`. */
	readonly called: string;
	readonly view: PeerView;
	readonly entries: readonly TraceEntry[];
	readonly samples: readonly Sample[];
	readonly applied: readonly Applied[];
	readonly exchanges: readonly AppliedExchange[];
	readonly configuration: Configuration;
	/** When the first offer and answer were both set; null where they never were. */
	readonly agreedAt: number | null;
	/** Whether nothing is known of it but its statistics: then what was agreed on is not known. */
	readonly isStatistics: boolean;
	/** When it was closed, else when the recording ends. */
	readonly endAt: number;
}

/** An attempt, live or recorded, as the detectors need it. */
export interface Session {
	readonly entries: readonly TraceEntry[];
	readonly view: SessionView;
	/** Those that have a connection, or could not have one. */
	readonly peers: readonly SessionPeer[];
	/** Whether somebody reads between the steps, so that waiting means nothing. */
	readonly isPaced: boolean;
}

/**
 * An attempt as the detectors need it.
 * @param entries those of the attempt
 * @param view what they fold to
 */
export function sessionOf(entries: readonly TraceEntry[], view: SessionView): Session {
	const now = entries.at(-1)?.at ?? 0;
	const isPaced = view.steps.length > 0;
	const isHeld = isPaced && isSomethingAhead(view);
	const peers = PEER_NAMES.flatMap((name): SessionPeer[] => {
		const own = view.peers[name];
		if (!own.exists && !wasRefused(view, name)) return [];
		const mine = entries.filter(({ peer }) => peer === name);
		const applied = appliedBy(mine);
		const exchanges = exchangesOf(applied);
		const agreedAt = exchanges[0]?.answer.at ?? null;
		const samples = samplesOf(mine);
		const isSecured = samples.some(({ stats }) => isKeyed(stats));
		const closedAt = own.states.signalingState.find(({ value }) => value === 'closed')?.at;
		return [
			{
				name,
				called: NAMES[name],
				view: own,
				entries: mine,
				samples,
				applied,
				exchanges,
				configuration: configurationOf(mine),
				agreedAt,
				isStatistics: applied.length === 0 && !mine.some(isNews) && mine.some(isSample),
				endAt: closedAt ?? now,
				...runOf(own, agreedAt, now, isHeld, isSecured)
			}
		];
	});
	return { entries, view, peers, isPaced };
}

/** Whether a message, or a candidate that was gathered, has yet to reach the other side: a step takes it. */
function isSomethingAhead({ wire, peers }: SessionView): boolean {
	const isUnsent = ({ sent }: { sent?: number }) => sent === undefined;
	return (
		wire.some(isWaiting) || PEER_NAMES.some((name) => peers[name].localCandidates.some(isUnsent))
	);
}

/** Whether the browser would not make the connection at all. */
const wasRefused = ({ calls }: SessionView, peer: PeerName) =>
	calls.some(
		(call) => call.peer === peer && call.name === 'RTCPeerConnection' && call.status === 'rejected'
	);

/** What a page did, or was told. */
const isNews = ({ kind, name }: TraceEntry) =>
	(kind === 'event' && name !== 'data-channel') ||
	(kind === 'call' && name !== 'RTCPeerConnection');
/** Whether the DTLS handshake was done: it says so, or packets were decrypted where it says nothing. */
const isKeyed = ({ dtls, inbound }: PeerStats) =>
	dtls === null || dtls.state === 'unknown'
		? inbound.some(({ packets }) => packets > 0)
		: dtls.state === 'connected';
const isSample = ({ kind }: TraceEntry) => kind === 'stats';

function samplesOf(entries: readonly TraceEntry[]): Sample[] {
	return entries.flatMap(({ kind, seq, data }) => {
		if (kind !== 'stats') return [];
		const stats = data as unknown as PeerStats;
		return [{ seq, at: stats.at, stats }];
	});
}

/** The side at the other end, where it is in the same recording. */
export function partnerOf({ peers }: Session, { name }: SessionPeer): SessionPeer | null {
	return peers.find((one) => one.name === otherPeer(name)) ?? null;
}

/** What the side at the other end is called, whether it is in the recording or not. */
export function otherOf(session: Session, peer: SessionPeer): string {
	return partnerOf(session, peer)?.called ?? 'the other side';
}

/** Whether no media can pass between this peer and the other, or not any more. */
export function isDown({ course }: SessionPeer): boolean {
	return course === 'never connected' || course === 'broke';
}

/** The description that counts for a side, as a peer has it; null where it has none. */
export function currentOf({ applied }: SessionPeer, side: Applied['side']): Applied | null {
	return applied.findLast((one) => one.side === side) ?? null;
}

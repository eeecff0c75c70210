import { foundationBasis } from '$lib/ice/foundation';
import {
	otherPeer,
	type Candidate,
	type PeerName,
	type SessionView,
	type TraceEntry
} from '$lib/trace';
import { asideIn, candidatesOf, type KnownCandidate, type Side } from '$lib/trace/pairs';

/** A candidate on its way: seconds since the attempt began; null for what has not happened. */
export interface CandidateLife extends KnownCandidate {
	readonly gathered: number | null;
	readonly sent: number | null;
	readonly delivered: number | null;
	readonly added: number | null;
	/** Given by `addIceCandidate`, which was rejected. */
	readonly refused: boolean;
	/** Why it is of no use since the answer; null where it may be. */
	readonly aside: string | null;
	/** The other candidates with its foundation. */
	readonly alike: Alike;
}

/** So many of the candidates with one foundation are named. */
const MOST_ALIKE = 8;

export interface Alike {
	/** The first of them. */
	readonly labels: readonly string[];
	readonly count: number;
}

/** A message carries a candidate as it is: text, section and session. */
const wordsOf = ({ candidate, sdpMid, sdpMLineIndex }: Candidate) =>
	`${sdpMid} ${sdpMLineIndex} ${candidate}`;

/** A list's candidates by the entry that brought them, and the first of those that are the same. */
function findersOf<T extends { seq: number; candidate: Candidate | null }>(list: readonly T[]) {
	const bySeq = new Map<number | null, T>();
	const byWords = new Map<string, T>();
	for (const one of list) {
		bySeq.set(one.seq, one);
		if (one.candidate === null) continue;
		const words = wordsOf(one.candidate);
		if (!byWords.has(words)) byWords.set(words, one);
	}
	return {
		bySeq: (seq: number | null) => bySeq.get(seq),
		same: (candidate: Candidate | null | undefined) =>
			candidate ? byWords.get(wordsOf(candidate)) : undefined
	};
}

/**
 * The candidates of one side as a peer knows them, with when each was gathered, sent and delivered, and
 * when the peer that was given it had added it.
 *
 * @param entries the prefix of the trace that the view is of, or more
 */
export function livesOf(
	view: SessionView,
	peer: PeerName,
	side: Side,
	entries: readonly TraceEntry[]
): CandidateLife[] {
	const owner = side === 'local' ? peer : otherPeer(peer);
	const begin = entries.find(({ attempt }) => attempt === view.attempt)?.at ?? 0;
	const seconds = (seq: number | null | undefined) => {
		const entry = seq == null ? undefined : entries[seq];
		return entry === undefined ? null : Math.max(0, entry.at - begin) / 1000;
	};
	const settled = new Map<number | undefined, TraceEntry>();
	for (const entry of entries.slice(0, view.length)) {
		if (entry.name !== 'addIceCandidate') continue;
		if (entry.kind === 'result' || entry.kind === 'error') settled.set(entry.call, entry);
	}
	const gathered = findersOf(view.peers[owner].localCandidates);
	const given = findersOf(view.peers[otherPeer(owner)].remoteCandidates);
	const known = candidatesOf(view, peer, side);
	const whyAside = asideIn(view.peers[peer]);
	const alikeOf = alikeAmong(known);
	return known.map((one): CandidateLife => {
		const isOwn = side === 'local';
		const mine = isOwn ? gathered.bySeq(one.seq) : gathered.same(given.bySeq(one.seq)?.candidate);
		const taken = isOwn ? given.same(mine?.candidate) : given.bySeq(one.seq);
		const end = taken && settled.get(taken.seq);
		return {
			...one,
			gathered: seconds(mine?.seq),
			sent: seconds(mine?.sent),
			delivered: seconds(mine?.delivered),
			added: end?.kind === 'result' ? seconds(end.seq) : null,
			refused: end?.kind === 'error',
			aside: whyAside(one),
			alike: alikeOf(one)
		};
	});
}

/** Finds those with the same foundation: some, and how many there are, for there may be thousands. */
function alikeAmong(all: readonly KnownCandidate[]): (one: KnownCandidate) => Alike {
	const groups = new Map<string | undefined, string[]>();
	for (const { candidate, label } of all) {
		const group = groups.get(candidate?.foundation);
		if (group) group.push(label);
		else groups.set(candidate?.foundation, [label]);
	}
	return ({ candidate, label }) => {
		if (candidate === null) return { labels: [], count: 0 };
		const group = groups.get(candidate.foundation)!;
		const labels = group.slice(0, MOST_ALIKE + 1).filter((other) => other !== label);
		return { labels: labels.slice(0, MOST_ALIKE), count: group.length - 1 };
	};
}

/** With whom a candidate shares its foundation, and what that means (RFC 8445, 5.1.1.3). */
export function foundationWords({ candidate, alike: { labels, count } }: CandidateLife): string {
	if (candidate === null) return '';
	const basis = foundationBasis(candidate);
	if (count === 0) {
		return `No other candidate has foundation ${candidate.foundation}: none is of the same type, base address, protocol and server (${basis}).`;
	}
	const more = count > labels.length ? ` and ${count - labels.length} more` : '';
	return `${labels.join(', ')}${more} ${count === 1 ? 'has' : 'have'} foundation ${candidate.foundation} too: the same type, base address, protocol and server (${basis}). When a pair of one works, pairs of the others are checked sooner.`;
}

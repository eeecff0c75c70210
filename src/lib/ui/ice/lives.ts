import { foundationBasis } from '$lib/ice';
import {
	otherPeer,
	type Candidate,
	type PeerName,
	type SessionView,
	type TraceEntry
} from '$lib/trace';
import { candidatesOf, whyAside, type KnownCandidate, type Side } from '$lib/trace/pairs';

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
	/** The labels of the other candidates with its foundation. */
	readonly alike: readonly string[];
}

/** A message carries a candidate as it is: text, section and session. */
const isSame = (a: Candidate | null, b: Candidate | null) =>
	a !== null &&
	b !== null &&
	a.candidate === b.candidate &&
	a.sdpMid === b.sdpMid &&
	a.sdpMLineIndex === b.sdpMLineIndex;

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
		return entry === undefined ? null : (entry.at - begin) / 1000;
	};
	const settled = new Map<number | undefined, TraceEntry>();
	for (const entry of entries.slice(0, view.length)) {
		if (entry.name !== 'addIceCandidate') continue;
		if (entry.kind === 'result' || entry.kind === 'error') settled.set(entry.call, entry);
	}
	const gathered = view.peers[owner].localCandidates;
	const given = view.peers[otherPeer(owner)].remoteCandidates;
	const known = candidatesOf(view, peer, side);
	return known.map((one): CandidateLife => {
		const mine =
			side === 'local'
				? gathered.find(({ seq }) => seq === one.seq)
				: gathered.find(({ candidate }) =>
						isSame(candidate, given.find(({ seq }) => seq === one.seq)?.candidate ?? null)
					);
		const taken =
			side === 'remote'
				? given.find(({ seq }) => seq === one.seq)
				: given.find(({ candidate }) => isSame(candidate, mine?.candidate ?? null));
		const end = taken && settled.get(taken.seq);
		return {
			...one,
			gathered: seconds(mine?.seq),
			sent: seconds(mine?.sent),
			delivered: seconds(mine?.delivered),
			added: end?.kind === 'result' ? seconds(end.seq) : null,
			refused: end?.kind === 'error',
			aside: whyAside(view.peers[peer], one),
			alike: alikeOf(one, known)
		};
	});
}

function alikeOf(one: KnownCandidate, all: readonly KnownCandidate[]): string[] {
	const { candidate } = one;
	if (candidate === null) return [];
	return all
		.filter((other) => other !== one && other.candidate?.foundation === candidate.foundation)
		.map(({ label }) => label);
}

/** With whom a candidate shares its foundation, and what that means (RFC 8445, 5.1.1.3). */
export function foundationWords({ candidate, alike }: CandidateLife): string {
	if (candidate === null) return '';
	const basis = foundationBasis(candidate);
	return alike.length === 0
		? `No other candidate has foundation ${candidate.foundation}: none is of the same type, base address, protocol and server (${basis}).`
		: `${alike.join(', ')} ${alike.length === 1 ? 'has' : 'have'} foundation ${candidate.foundation} too: the same type, base address, protocol and server (${basis}). When a pair of one works, pairs of the others are checked sooner.`;
}

import { otherPeer, PEER_NAMES, type PeerName, type SessionView } from '$lib/trace';
import {
	asideIn,
	candidateKey,
	candidatesOf,
	type KnownCandidate
} from '$lib/trace/known-candidates';
import { pairMatrix, type MatrixCandidate } from '$lib/trace/pairs';

/** What a candidate is, as its shape says. mDNS: a host candidate whose address has a `.local` name instead. */
export type PointKind = 'host' | 'mDNS' | 'srflx' | 'prflx' | 'relay' | 'other';

/**
 * How far the other side has come to know of a candidate. `seen`: nobody signaled it, statistics tell of it.
 */
export type Knowledge = 'gathered' | 'sent' | 'delivered' | 'added' | 'refused' | 'seen';

/** A candidate at the edge of the peer that it belongs to. */
export interface Point {
	/** Unique within a view, the same in every later one. */
	readonly key: string;
	readonly owner: PeerName;
	readonly kind: PointKind;
	/** `udp` or `tcp`; null where statistics do not say. */
	readonly protocol: string | null;
	/** As in the tables: `L1` of the owner's; `R1` of what only the other side was given. */
	readonly label: string;
	readonly address: string | null;
	readonly port: number | null;
	readonly knowledge: Knowledge;
	/** The entry by which it came; null where none did. */
	readonly seq: number | null;
	/** Why it is of no use any more; null where it may be. */
	readonly aside: string | null;
}

const KINDS: ReadonlySet<string> = new Set(['host', 'srflx', 'prflx', 'relay']);

function kindOf(type: string, address: string | null): PointKind {
	if (type === 'host' && /\.local\.?$/i.test(address ?? '')) return 'mDNS';
	return KINDS.has(type) ? (type as PointKind) : 'other';
}

/** A signaled candidate by what it says, whoever has it. */
const signaledKey = (owner: PeerName, { text, mid }: KnownCandidate) =>
	`${owner} ${candidateKey(text, mid)}`;

/** One that statistics alone tell of: both sides may tell of the same. */
const reportedKey = (owner: PeerName, { type, protocol, port }: MatrixCandidate) =>
	`${owner} ${type} ${protocol} ${port}`;

/** The point that an end of a pair is, by its key. */
export function keyOfEnd(owner: PeerName, end: MatrixCandidate): string {
	return end.known ? signaledKey(owner, end.known) : reportedKey(owner, end);
}

/** The candidates of both peers, in the order in which they are known. */
export function pointsOf(view: SessionView): Point[] {
	return PEER_NAMES.flatMap((owner) => pointsOfPeer(view, owner));
}

function pointsOfPeer(view: SessionView, owner: PeerName): Point[] {
	const other = otherPeer(owner);
	const points = new Map<string, Point>();
	const own = view.peers[owner];
	const given = new Map(
		candidatesOf(view, other, 'remote').map((one) => [signaledKey(owner, one), one])
	);
	const addedBy = new Map(view.peers[other].remoteCandidates.map(({ seq, added }) => [seq, added]));
	const wayOf = new Map(own.localCandidates.map((one) => [one.seq, one]));
	const knowledgeOf = (key: string, seq: number | null): Knowledge => {
		const there = given.get(key);
		if (there) {
			const added = there.seq === null ? true : addedBy.get(there.seq);
			if (added !== undefined) return added ? 'added' : 'refused';
			return 'delivered';
		}
		const way = seq === null ? undefined : wayOf.get(seq);
		if (way?.delivered !== undefined) return 'delivered';
		return way?.sent === undefined ? 'gathered' : 'sent';
	};
	const put = (known: KnownCandidate, asideOf: (one: KnownCandidate) => string | null) => {
		const key = signaledKey(owner, known);
		const { candidate, label, seq } = known;
		if (candidate === null || points.has(key)) return;
		points.set(key, {
			key,
			owner,
			kind: kindOf(candidate.type, candidate.address),
			protocol: candidate.transport.toLowerCase(),
			label,
			address: candidate.address,
			port: candidate.port,
			knowledge: knowledgeOf(key, seq),
			seq,
			aside: asideOf(known)
		});
	};
	const ownAside = asideIn(own);
	const otherAside = asideIn(view.peers[other]);
	for (const known of candidatesOf(view, owner, 'local')) put(known, ownAside);
	for (const known of given.values()) put(known, otherAside);
	const reported = [...pairMatrix(view, owner).rows, ...pairMatrix(view, other).columns];
	for (const end of reported) {
		const key = keyOfEnd(owner, end);
		if (end.known !== null || points.has(key)) continue;
		const { type, protocol, label, address, port } = end;
		const kind = kindOf(type, address);
		points.set(key, {
			key,
			owner,
			kind,
			protocol,
			label,
			address,
			port,
			knowledge: 'seen',
			seq: null,
			aside: null
		});
	}
	return [...points.values()];
}

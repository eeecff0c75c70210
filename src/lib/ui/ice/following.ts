import { annotate } from '$lib/sdp';
import { otherPeer, type PairEnd, type PeerName, type SessionView } from '$lib/trace';
import type { Place } from '$lib/trace/occurrences';
import {
	isSameValue,
	valuesInCandidate,
	valuesInLine,
	type FollowedSpan,
	type FollowedValue,
	type ValueKind
} from '$lib/trace/values';
import type { KnownCandidate, MatrixCandidate, MatrixCell, Side } from '$lib/trace/pairs';

/** Who gathered the candidates of a side. */
export const ownerOf = (peer: PeerName, side: Side) => (side === 'local' ? peer : otherPeer(peer));

/** The value of a kind, in the form that is shown; undefined where it is none to follow. */
export function valueIn(
	values: readonly FollowedValue[],
	kind: ValueKind,
	shown: string | number | null | undefined
): FollowedValue | undefined {
	const text = `${shown ?? ''}`;
	return values.find(
		(value) => value.kind === kind && (value.value === text || value.value === text.toLowerCase())
	);
}

/** What can be followed of a candidate that was told: its line's, its section's, its session's. */
export function valuesOfKnown(
	view: SessionView,
	peer: PeerName,
	side: Side,
	{ seq, text, mid }: KnownCandidate
): FollowedValue[] {
	const { localCandidates, remoteCandidates } = view.peers[peer];
	const list = side === 'local' ? localCandidates : remoteCandidates;
	const told = seq === null ? null : list.find((one) => one.seq === seq)?.candidate;
	const usernameFragment = told?.usernameFragment ?? null;
	return valuesInCandidate(
		{ candidate: text, sdpMid: mid, sdpMLineIndex: null, usernameFragment },
		ownerOf(peer, side)
	);
}

/** The values within a candidate's text, where they stand. */
export function spansOfText(text: string, owner: PeerName): FollowedSpan[] {
	// The rules are those for a line of a description, which is the same with `a=` before it.
	const before = text.startsWith('a=') ? 0 : 2;
	const line = annotate(`${before === 0 ? '' : 'a='}${text}`).lines[0];
	if (line === undefined) return [];
	return valuesInLine(line, owner).map((span) => ({
		...span,
		start: span.start - before,
		end: span.end - before
	}));
}

/** What statistics say of an end, written as a candidate, for the same rules to read it. */
function valuesOfEnd(
	end: Pick<PairEnd, 'type' | 'address' | 'port' | 'foundation' | 'usernameFragment'>,
	owner: PeerName
): FollowedValue[] {
	const { type, address, port, foundation, usernameFragment = null } = end;
	const candidate = `candidate:${foundation ?? 0} 1 udp 0 ${address ?? '0.0.0.0'} ${port ?? 0} typ ${type}`;
	return valuesInCandidate(
		{ candidate, sdpMid: null, sdpMLineIndex: null, usernameFragment },
		owner
	).filter(({ kind }) => kind !== 'foundation' || foundation !== undefined);
}

/** The ufrags in what a peer has of an author, which a candidate that nobody signaled has, too. */
function ufragsOf(view: SessionView, peer: PeerName, side: Side): FollowedValue[] {
	const { descriptions } = view.peers[peer];
	const own =
		side === 'local'
			? [descriptions.currentLocalDescription, descriptions.pendingLocalDescription]
			: [descriptions.currentRemoteDescription, descriptions.pendingRemoteDescription];
	const found = own.flatMap((one) => [...(one?.sdp ?? '').matchAll(/^a=ice-ufrag:(\S+)/gm)]);
	const [only, ...others] = new Set(found.map(([, ufrag]) => ufrag!));
	// Of two, as while ICE restarts, it is not known which.
	return only === undefined || others.length > 0 ? [] : [{ kind: 'ufrag', value: only }];
}

/** What can be followed of a row or a column of the matrix: as it was told, and as it is reported. */
export function valuesOfMatrix(
	view: SessionView,
	peer: PeerName,
	side: Side,
	candidate: MatrixCandidate,
	end?: PairEnd
): FollowedValue[] {
	const owner = ownerOf(peer, side);
	// With BUNDLE all sections travel on the pair of one of them: a pair has no mid.
	const known = candidate.known
		? valuesOfKnown(view, peer, side, candidate.known).filter(({ kind }) => kind !== 'mid')
		: valuesOfEnd(candidate, owner);
	const reported = end ? valuesOfEnd(end, owner) : [];
	const all = [...known, ...reported];
	return all.some(({ kind }) => kind === 'ufrag') ? all : [...all, ...ufragsOf(view, peer, side)];
}

/** Whether one of the values is the one that is followed. */
export function holds(values: readonly FollowedValue[], selected: FollowedValue | null): boolean {
	return selected !== null && values.some((value) => isSameValue(selected, value));
}

/** The ids of a peer's pairs among the places of the value that is followed. */
export function pairsAmong(places: readonly Place[], peer: PeerName): Set<string> {
	return new Set(
		places.flatMap((place) =>
			(place.kind === 'pair' || place.kind === 'selected pair') && place.peer === peer
				? [place.id]
				: []
		)
	);
}

/** Whether a cell holds the value: its pair does, or one of the candidates that meet there. */
export function cellHolds(
	{ pair, local, remote }: MatrixCell,
	pairs: ReadonlySet<string>,
	labels: ReadonlySet<string>
): boolean {
	return (
		pair !== null && (pairs.has(pair.id) || labels.has(local.label) || labels.has(remote.label))
	);
}

/** Whether two cells are where the same candidates meet. */
export function isSamePlace(one: MatrixCell, other: MatrixCell): boolean {
	return one.local.label === other.local.label && one.remote.label === other.remote.label;
}

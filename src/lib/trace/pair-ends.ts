import type { Candidate as IceCandidate } from '../ice';
import { otherPeer, type PeerName } from './entry';
import { asideIn, candidatesOf, type KnownCandidate, type Side } from './known-candidates';
import { NAMES } from './names';
import type { SessionView } from './view';
import type { PeerView } from './view-peer';
import type { PairEnd } from './view-stats';

/** A row or a column of the matrix: a candidate as signaling and statistics together tell it. */
export interface MatrixCandidate {
	/** `L1`, `R2`; `Rp1` for one that the checks have shown, `Ls1` for one that statistics alone tell of. */
	readonly label: string;
	readonly type: string;
	/** null where the browser hides it. */
	readonly address: string | null;
	readonly port: number | null;
	/** `udp` or `tcp`. */
	readonly protocol: string | null;
	readonly tcpType: string | null;
	readonly priority: number | null;
	/** As signaling told it; null for one that nobody signaled. */
	readonly known: KnownCandidate | null;
	/** The same in the statistics: their ids, or what they say where they have none. */
	readonly keys: readonly string[];
	/** Where a candidate comes from that nobody signaled; null for others. */
	readonly origin: string | null;
}

/** What tells one end from another within the statistics of one moment. */
export function keyOfEnd(end: PairEnd): string {
	return end.id ?? `${end.type} ${end.protocol} ${end.address} ${end.port}`;
}

const isHidden = (address: string | null) => address === null || /\.local\.?$/i.test(address);

/** Whether an end of a pair is a candidate that was signaled; mDNS names stand for any address. */
function isSame(candidate: IceCandidate, end: PairEnd): boolean {
	if (end.type !== candidate.type) return false;
	if (end.protocol !== null && end.protocol !== candidate.transport.toLowerCase()) return false;
	if (end.tcpType !== undefined && end.tcpType !== candidate.tcpType) return false;
	if (end.priority !== undefined && end.priority !== candidate.priority) return false;
	const ufrag = candidate.usernameFragment;
	if (end.usernameFragment !== undefined && ufrag !== null && end.usernameFragment !== ufrag) {
		return false;
	}
	const isHere =
		isHidden(end.address) ||
		isHidden(candidate.address) ||
		end.address?.toLowerCase() === candidate.address.toLowerCase();
	// An active TCP candidate is signaled with port 9; what it really uses, statistics may tell.
	return isHere && (candidate.tcpType === 'active' || end.port === candidate.port);
}

/** Finds the candidate that an end of a pair is, without looking at each of them. */
function finder(known: readonly KnownCandidate[]): (end: PairEnd) => KnownCandidate | undefined {
	const places = new Map<string, number[]>();
	known.forEach(({ candidate }, index) => {
		if (candidate === null) return;
		const { type, port, tcpType } = candidate;
		const place = tcpType === 'active' ? type : `${type} ${port}`;
		const there = places.get(place);
		if (there) there.push(index);
		else places.set(place, [index]);
	});
	return (end) => {
		const [port, active] = [`${end.type} ${end.port}`, end.type].map((place) =>
			places.get(place)?.find((index) => isSame(known[index]!.candidate!, end))
		);
		const first = Math.min(port ?? Infinity, active ?? Infinity);
		return known[first];
	};
}

/** The ends that statistics tell of: of the pairs that there are, of those that there were, of none. */
function reportedEnds({ stats, droppedPairs }: PeerView, side: Side): Map<string, PairEnd> {
	const ends = new Map<string, PairEnd>();
	for (const end of stats?.unpaired?.[side] ?? []) ends.set(keyOfEnd(end), end);
	for (const pair of droppedPairs) ends.set(keyOfEnd(pair[side]), pair[side]);
	for (const pair of stats?.pairs ?? []) ends.set(keyOfEnd(pair[side]), pair[side]);
	return ends;
}

/** The rows or the columns: candidates that can be in a pair, and those that are. */
export function endsOf(view: SessionView, peer: PeerName, side: Side): MatrixCandidate[] {
	const own = view.peers[peer];
	const known = candidatesOf(view, peer, side);
	const find = finder(known);
	const behind = new Map<KnownCandidate, string[]>();
	const found: [key: string, end: PairEnd][] = [];
	for (const [key, end] of reportedEnds(own, side)) {
		const one = find(end);
		const keys = one && behind.get(one);
		if (one === undefined) found.push([key, end]);
		else if (keys) keys.push(key);
		else behind.set(one, [key]);
	}
	const whyAside = asideIn(own);
	const signaled = known.flatMap((one): MatrixCandidate[] => {
		const keys = behind.get(one) ?? [];
		const { candidate, label } = one;
		if (candidate === null || (keys.length === 0 && whyAside(one) !== null)) return [];
		const { type, address, port, priority, tcpType } = candidate;
		const protocol = candidate.transport.toLowerCase();
		return [
			{ label, type, address, port, protocol, priority, tcpType, known: one, keys, origin: null }
		];
	});
	const letter = side === 'local' ? 'L' : 'R';
	const counts = { p: 0, s: 0 };
	const portsOfOther = portsIn(candidatesOf(view, otherPeer(peer), 'local'));
	return [
		...signaled,
		...found.map(([key, end]): MatrixCandidate => {
			const { type, address, port, protocol, tcpType = null, priority = null } = end;
			const mark = type === 'prflx' ? 'p' : 's';
			counts[mark] += 1;
			const label = `${letter}${mark}${counts[mark]}`;
			const origin = originOf(peer, side, end, portsOfOther);
			return {
				label,
				type,
				address,
				port,
				protocol,
				tcpType,
				priority,
				known: null,
				keys: [key],
				origin
			};
		})
	];
}

/** The types of candidates by their protocol and port, which tell a socket. */
function portsIn(candidates: readonly KnownCandidate[]): ReadonlyMap<string, string> {
	const types = new Map<string, string>();
	for (const { candidate } of candidates) {
		if (candidate === null) continue;
		const socket = `${candidate.transport.toLowerCase()} ${candidate.port}`;
		if (!types.has(socket)) types.set(socket, candidate.type);
	}
	return types;
}

/** Where a candidate comes from that nobody signaled. */
function originOf(
	peer: PeerName,
	side: Side,
	end: PairEnd,
	portsOfOther: ReadonlyMap<string, string>
): string {
	const name = NAMES[peer];
	const other = NAMES[otherPeer(peer)];
	if (end.type !== 'prflx') return `Only ${name}’s statistics tell of it: no entry does.`;
	if (side === 'local') {
		return `Peer reflexive: ${name} learned of this address from the response to a check, which tells where the check was seen to come from (RFC 8445, 7.2.5.3.1); a NAT in between gives such an address.`;
	}
	const hidden =
		end.address === null ? ' The address is hidden from the page, which was not told it.' : '';
	// The same socket, seen by its owner: this trace has both sides.
	const source = portsOfOther.get(`${end.protocol} ${end.port}`);
	const behind = source
		? ` Its port ${end.port} is that of a ${source} candidate of ${other}’s: the check came before ${name} could use that candidate.`
		: '';
	return `Peer reflexive: nobody signaled it, ${name} learned of it when a check of ${other}’s arrived from there (RFC 8445, 7.3.1.3).${behind}${hidden}`;
}

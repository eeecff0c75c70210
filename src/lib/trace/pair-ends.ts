import type { Candidate as IceCandidate } from '../ice';
import { otherPeer, type PeerName } from './entry';
import { candidatesOf, whyAside, type KnownCandidate, type Side } from './known-candidates';
import type { SessionView } from './view';
import type { PairEnd } from './view-stats';

/** A row or a column of the matrix: a candidate as signaling and statistics together tell it. */
export interface MatrixCandidate {
	/** `L1`, `R2`; `Lp1`, `Rp1` for one that only the checks have shown. */
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

const NAMES: Record<PeerName, string> = { john: 'John', jane: 'Jane' };

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

/** The rows or the columns: candidates that can be in a pair, and those that are. */
export function endsOf(view: SessionView, peer: PeerName, side: Side): MatrixCandidate[] {
	const own = view.peers[peer];
	const ends = new Map<string, PairEnd>();
	for (const pair of own.stats?.pairs ?? []) ends.set(keyOfEnd(pair[side]), pair[side]);
	const known = candidatesOf(view, peer, side);
	const behind = new Map<KnownCandidate, string[]>();
	for (const [key, end] of ends) {
		const one = known.find(({ candidate }) => candidate !== null && isSame(candidate, end));
		if (one === undefined) continue;
		behind.set(one, [...(behind.get(one) ?? []), key]);
	}
	const signaled = known.flatMap((one): MatrixCandidate[] => {
		const keys = behind.get(one) ?? [];
		const { candidate, label } = one;
		if (candidate === null || (keys.length === 0 && whyAside(own, one) !== null)) return [];
		const { type, address, port, priority, tcpType } = candidate;
		const protocol = candidate.transport.toLowerCase();
		return [
			{ label, type, address, port, protocol, priority, tcpType, known: one, keys, origin: null }
		];
	});
	const matched = new Set([...behind.values()].flat());
	const found = [...ends].filter(([key]) => !matched.has(key));
	const letter = side === 'local' ? 'L' : 'R';
	return [
		...signaled,
		...found.map(([key, end], index): MatrixCandidate => {
			const { type, address, port, protocol, tcpType = null, priority = null } = end;
			const label = `${letter}p${index + 1}`;
			const origin = originOf(view, peer, side, end);
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

/** Where a candidate comes from that nobody signaled. */
function originOf(view: SessionView, peer: PeerName, side: Side, end: PairEnd): string {
	const name = NAMES[peer];
	const other = NAMES[otherPeer(peer)];
	if (end.type !== 'prflx') return `Only ${name}’s statistics tell of it: no entry does.`;
	if (side === 'local') {
		return `Peer reflexive: ${name} learned of this address from the response to a check, which tells where the check was seen to come from (RFC 8445, 7.2.5.3.1); a NAT in between gives such an address.`;
	}
	const hidden =
		end.address === null ? ' The address is hidden from the page, which was not told it.' : '';
	// The same socket, seen by its owner: this trace has both sides.
	const source = candidatesOf(view, otherPeer(peer), 'local').find(
		({ candidate }) =>
			candidate?.port === end.port && candidate?.transport.toLowerCase() === end.protocol
	)?.candidate;
	const behind = source
		? ` Its port ${end.port} is that of a ${source.type} candidate of ${other}’s: the check came before ${name} could use that candidate.`
		: '';
	return `Peer reflexive: nobody signaled it, ${name} learned of it when a check of ${other}’s arrived from there (RFC 8445, 7.3.1.3).${behind}${hidden}`;
}

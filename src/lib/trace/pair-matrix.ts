import { describeAddress, pairPriority, whyNoPair, type IceRole, type Reach } from '../ice';
import { otherPeer, type PeerName } from './entry';
import type { Side } from './known-candidates';
import { endsOf, keyOfEnd, type MatrixCandidate } from './pair-ends';
import type { SessionView } from './view';
import type { PeerView } from './view-peer';
import type { PairStats } from './view-stats';

/** RFC 8445, 4: the component that WebRTC has, where nothing says otherwise. */
const RTP_COMPONENT = 1;

/** Where a local and a remote candidate meet. */
export interface MatrixCell {
	readonly local: MatrixCandidate;
	readonly remote: MatrixCandidate;
	/** null where the browser reports no pair of the two, and never did. */
	readonly pair: PairStats | null;
	/** Whether the pair is as it was reported last, and is reported no more. */
	readonly dropped: boolean;
	readonly selected: boolean;
	/** Exact, from the priorities of both ends; null where one of them or the role is not known. */
	readonly priority: bigint | null;
	/** Why there is no pair, in one sentence; null where there is one. */
	readonly why: string | null;
	/** Whether there is a pair, or nothing that is known of the two speaks against one. */
	readonly possible: boolean;
}

export interface PairMatrix {
	readonly rows: readonly MatrixCandidate[];
	readonly columns: readonly MatrixCandidate[];
	/** The cells that have a pair, or had one, row by row. */
	readonly paired: readonly MatrixCell[];
	/** Where a row and a column meet, by their indices: there may be too many to make them all. */
	readonly cellAt: (row: number, column: number) => MatrixCell;
}

/**
 * Whether a peer is the one that nominates (RFC 8445, 6.1.1): as the browser reports it, else the one
 * that made the offer; null before that is known.
 */
export function roleOf({ stats, descriptions }: PeerView): IceRole | null {
	const role = stats?.ice?.role;
	if (role === 'controlling' || role === 'controlled') return role;
	const local = descriptions.currentLocalDescription ?? descriptions.pendingLocalDescription;
	return local === null ? null : local.type === 'offer' ? 'controlling' : 'controlled';
}

/** Who nominates; null while that is not known. */
export function controllingOf(view: SessionView, peer: PeerName): PeerName | null {
	const role = roleOf(view.peers[peer]);
	return role === null ? null : role === 'controlling' ? peer : otherPeer(peer);
}

/** What a file brings need not be what a browser would report. */
function isPriority(value: number | undefined): value is number {
	return Number.isInteger(value) && value! >= 0;
}

/**
 * A pair's priority by RFC 8445, 6.1.2.3: what browsers report is the same, rounded to the 53 bits of a
 * JavaScript number.
 */
export function exactPriority(pair: PairStats, role: IceRole | null): bigint | null {
	const [local, remote] = [pair.local.priority, pair.remote.priority];
	if (role === null || !isPriority(local) || !isPriority(remote)) return null;
	return role === 'controlling' ? pairPriority(local, remote) : pairPriority(remote, local);
}

/** A view is not altered, and its matrix is asked for by several. */
const MATRICES = new WeakMap<SessionView, Partial<Record<PeerName, PairMatrix>>>();

/** The pairs of a peer: its local candidates by its remote ones. */
export function pairMatrix(view: SessionView, peer: PeerName): PairMatrix {
	const kept = MATRICES.get(view);
	const matrix = kept?.[peer] ?? matrixOf(view, peer);
	MATRICES.set(view, { ...kept, [peer]: matrix });
	return matrix;
}

function matrixOf(view: SessionView, peer: PeerName): PairMatrix {
	const own = view.peers[peer];
	const role = roleOf(own);
	const all = [...(own.stats?.pairs ?? []), ...own.droppedPairs];
	const rows = pairedFirst(endsOf(view, peer, 'local'), all, 'local');
	const columns = pairedFirst(endsOf(view, peer, 'remote'), all, 'remote');
	const pairs = placed(own, indexOf(rows), indexOf(columns));
	const cellAt = (row: number, column: number): MatrixCell => {
		const [local, remote] = [rows[row]!, columns[column]!];
		const { pair = null, dropped = false } = pairs.get(row)?.get(column) ?? {};
		const obstacle = pair === null ? obstacleTo(local, remote) : null;
		return {
			local,
			remote,
			pair,
			dropped,
			selected: pair !== null && pair.id === own.stats?.selected?.id,
			priority: pair && exactPriority(pair, role),
			why: pair === null ? (obstacle ?? whyNotReported(own)) : null,
			possible: obstacle === null
		};
	};
	const ascending = (keys: Iterable<number>) => [...keys].sort((a, b) => a - b);
	const paired = ascending(pairs.keys()).flatMap((row) =>
		ascending(pairs.get(row)!.keys()).map((column) => cellAt(row, column))
	);
	return { rows, columns, paired, cellAt };
}

/** Those in a pair come first, so that what matters is seen without scrolling. */
function pairedFirst(
	ends: readonly MatrixCandidate[],
	pairs: readonly PairStats[],
	side: Side
): MatrixCandidate[] {
	const inPair = new Set(pairs.map((pair) => keyOfEnd(pair[side])));
	const isPaired = ({ keys }: MatrixCandidate) => keys.some((key) => inPair.has(key));
	return [...ends.filter(isPaired), ...ends.filter((end) => !isPaired(end))];
}

/** The indices of candidates by what the statistics call them. */
function indexOf(ends: readonly MatrixCandidate[]): ReadonlyMap<string, number> {
	return new Map(ends.flatMap(({ keys }, index) => keys.map((key) => [key, index] as const)));
}

/**
 * The pairs by row and column. Where two candidates are in several, as after a restart, the selected
 * one counts, else the first that is there still, else the one that was dropped last.
 */
function placed(
	{ stats, droppedPairs }: PeerView,
	rows: ReadonlyMap<string, number>,
	columns: ReadonlyMap<string, number>
): ReadonlyMap<number, ReadonlyMap<number, { pair: PairStats; dropped: boolean }>> {
	const now = stats?.pairs ?? [];
	const places = new Map<number, Map<number, { pair: PairStats; dropped: boolean }>>();
	const put = (pair: PairStats, dropped: boolean) => {
		const row = rows.get(keyOfEnd(pair.local));
		const column = columns.get(keyOfEnd(pair.remote));
		if (row === undefined || column === undefined) return;
		const cells = places.get(row) ?? new Map<number, { pair: PairStats; dropped: boolean }>();
		places.set(row, cells.set(column, { pair, dropped }));
	};
	for (const pair of droppedPairs) put(pair, true);
	for (const pair of now.toReversed()) put(pair, false);
	const selected = now.find(({ id }) => id === stats?.selected?.id);
	if (selected) put(selected, false);
	return places;
}

/** The cell of the selected pair; null while there is none. */
export function selectedCell({ paired }: PairMatrix): MatrixCell | null {
	return paired.find(({ selected }) => selected) ?? null;
}

/**
 * What keeps each local candidate from each remote one, in sentences; empty where nothing is known to
 * keep two of them apart.
 */
export function obstaclesTo({ rows, columns }: PairMatrix): string[] {
	const [locals, remotes] = [kindsOf(rows), kindsOf(columns)];
	const obstacles = new Set<string>();
	for (const local of locals) {
		for (const remote of remotes) {
			const obstacle = obstacleTo(local, remote);
			if (obstacle === null) return [];
			obstacles.add(obstacle);
		}
	}
	return [...obstacles];
}

/** One candidate for all that are alike in what a pair depends on. */
function kindsOf(ends: readonly MatrixCandidate[]): MatrixCandidate[] {
	const kinds = new Map<string, MatrixCandidate>();
	for (const end of ends) {
		const { family, scope } = describeAddress(end.address ?? '');
		const component = end.known?.candidate?.component ?? '';
		const isLinkLocal = scope === 'link-local';
		const kind = [end.protocol, end.tcpType, component, family, isLinkLocal].join(' ');
		if (!kinds.has(kind)) kinds.set(kind, end);
	}
	return [...kinds.values()];
}

/** What keeps two candidates from ever being a pair, in one sentence; null where nothing is known to. */
function obstacleTo(local: MatrixCandidate, remote: MatrixCandidate): string | null {
	const component =
		local.known?.candidate?.component ?? remote.known?.candidate?.component ?? RTP_COMPONENT;
	const [mine, theirs] = [local, remote].map(({ known, protocol, tcpType, address }) => ({
		component: known?.candidate?.component ?? component,
		transport: protocol ?? '',
		tcpType,
		address: address ?? ''
	})) as [Reach, Reach];
	// What statistics leave out speaks against nothing.
	if (local.protocol === null || remote.protocol === null) return null;
	const isTold = local.known !== null && remote.known !== null;
	const isOpen = !isTold && (mine.tcpType === null || theirs.tcpType === null);
	return whyNoPair(isOpen ? { ...mine, tcpType: null } : mine, theirs);
}

/** Why a pair that could be is not in the statistics. */
function whyNotReported({ stats }: PeerView): string {
	if (stats === null) return 'No statistics have been read yet.';
	return stats.selected
		? 'The browser reports no pair of these two: it formed none, or dropped it when another was selected.'
		: 'The browser reports no pair of these two so far.';
}

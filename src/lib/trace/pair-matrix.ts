import { pairPriority, whyNoPair, type IceRole } from '../ice';
import { otherPeer, type PeerName } from './entry';
import { endsOf, keyOfEnd, type MatrixCandidate } from './pair-ends';
import type { SessionView } from './view';
import type { PeerView } from './view-peer';
import type { PairStats } from './view-stats';

/** Where a local and a remote candidate meet. */
export interface MatrixCell {
	readonly local: MatrixCandidate;
	readonly remote: MatrixCandidate;
	/** null where the browser reports no pair of the two. */
	readonly pair: PairStats | null;
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
	/** A cell for each row and column. */
	readonly cells: readonly (readonly MatrixCell[])[];
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

/** The pairs of a peer: its local candidates by its remote ones. */
export function pairMatrix(view: SessionView, peer: PeerName): PairMatrix {
	const own = view.peers[peer];
	const role = roleOf(own);
	const rows = pairedFirst(endsOf(view, peer, 'local'));
	const columns = pairedFirst(endsOf(view, peer, 'remote'));
	const cells = rows.map((local) =>
		columns.map((remote): MatrixCell => {
			const pair = pairAt(own, local, remote);
			const obstacle = pair === null ? obstacleTo(local, remote) : null;
			return {
				local,
				remote,
				pair,
				selected: pair !== null && pair.id === own.stats?.selected?.id,
				priority: pair && exactPriority(pair, role),
				why: pair === null ? (obstacle ?? whyNotReported(own)) : null,
				possible: obstacle === null
			};
		})
	);
	return { rows, columns, cells };
}

/** Those in a pair come first, so that what matters is seen without scrolling. */
function pairedFirst(ends: readonly MatrixCandidate[]): MatrixCandidate[] {
	return [
		...ends.filter(({ keys }) => keys.length > 0),
		...ends.filter(({ keys }) => keys.length === 0)
	];
}

/** The cell of the selected pair; null while there is none. */
export function selectedCell({ cells }: PairMatrix): MatrixCell | null {
	return cells.flat().find(({ selected }) => selected) ?? null;
}

function pairAt({ stats }: PeerView, local: MatrixCandidate, remote: MatrixCandidate) {
	const here = (stats?.pairs ?? []).filter(
		(pair) =>
			local.keys.includes(keyOfEnd(pair.local)) && remote.keys.includes(keyOfEnd(pair.remote))
	);
	return here.find(({ id }) => id === stats?.selected?.id) ?? here[0] ?? null;
}

/** What keeps two candidates from ever being a pair, in one sentence; null where nothing is known to. */
function obstacleTo(local: MatrixCandidate, remote: MatrixCandidate): string | null {
	const [mine, theirs] = [local.known?.candidate, remote.known?.candidate];
	const reason = mine && theirs ? whyNoPair(mine, theirs) : null;
	if (reason !== null) return reason;
	if (local.protocol !== null && remote.protocol !== null && local.protocol !== remote.protocol) {
		return `One speaks ${local.protocol.toUpperCase()}, the other ${remote.protocol.toUpperCase()}.`;
	}
	return null;
}

/** Why a pair that could be is not in the statistics. */
function whyNotReported({ stats }: PeerView): string {
	if (stats === null) return 'No statistics have been read yet.';
	return stats.selected
		? 'The browser reports no pair of these two: it formed none, or dropped it when another was selected.'
		: 'The browser reports no pair of these two so far.';
}

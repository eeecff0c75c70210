import { PEER_NAMES, type PairStats, type PeerName, type SessionView } from '$lib/trace';
import { pairMatrix, type MatrixCell } from '$lib/trace/pairs';
import { keyOfEnd } from './points';

/**
 * What is known of a pair. `waiting`: nothing was sent on it yet; `checking`: a check was sent and is not
 * answered; `answered`: packets get through, there and back; `given up`: failed, cancelled or dropped.
 */
export type LineState = 'waiting' | 'checking' | 'answered' | 'given up';

/** A pair as one of the peers reports it. */
export interface PairReport {
	readonly by: PeerName;
	readonly id: string;
	readonly state: LineState;
	readonly nominated: boolean;
	readonly selected: boolean;
}

/** A line between two points: what either peer reports of the same pair. */
export interface CheckLine {
	readonly key: string;
	/** The point at John's edge, and that at Jane's. */
	readonly john: string;
	readonly jane: string;
	readonly reports: readonly PairReport[];
	/** The best that either reports. */
	readonly state: LineState;
	readonly nominated: boolean;
	readonly selected: boolean;
}

const BEST_FIRST: readonly LineState[] = ['answered', 'checking', 'waiting', 'given up'];

/** The state of a pair by what the statistics say (webrtc-stats, `RTCStatsIceCandidatePairState`). */
function stateOf({ state, checks }: PairStats, isDropped: boolean): LineState {
	if (state === 'succeeded') return 'answered';
	if (isDropped || state === 'failed' || state === 'cancelled') return 'given up';
	if (state === 'in-progress') return 'checking';
	return (checks?.requestsSent ?? 0) > 0 ? 'checking' : 'waiting';
}

const reportOf = (by: PeerName, { pair, dropped, selected }: MatrixCell): PairReport => ({
	by,
	id: pair!.id,
	state: stateOf(pair!, dropped),
	nominated: pair!.nominated,
	selected
});

/** The pairs of both peers, those of John's first. */
export function linesOf(view: SessionView): CheckLine[] {
	const lines = new Map<
		string,
		Pick<CheckLine, 'key' | 'john' | 'jane'> & { reports: PairReport[] }
	>();
	for (const by of PEER_NAMES) {
		for (const cell of pairMatrix(view, by).paired) {
			const [mine, theirs] = by === 'john' ? [cell.local, cell.remote] : [cell.remote, cell.local];
			const [john, jane] = [keyOfEnd('john', mine), keyOfEnd('jane', theirs)];
			const key = `${john} | ${jane}`;
			const line = lines.get(key) ?? { key, john, jane, reports: [] };
			line.reports.push(reportOf(by, cell));
			lines.set(key, line);
		}
	}
	return [...lines.values()].map((line) => ({
		...line,
		state: BEST_FIRST.find((state) => line.reports.some((report) => report.state === state))!,
		nominated: line.reports.some(({ nominated }) => nominated),
		selected: line.reports.some(({ selected }) => selected)
	}));
}

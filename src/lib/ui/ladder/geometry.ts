import { lessonOf } from '../../lessons/names';
import { otherPeer, type PeerName } from '../../trace';
import type { AttemptRow, FoldRow, Row } from './row';

/** A row with its place, in pixels from the top of the drawing. */
export interface Placed {
	row: Row;
	top: number;
	height: number;
	/** Where its mark sits on the lifeline. */
	mid: number;
}

/** How high a row is: most are of one height, separators have air above them. */
const HEIGHTS: Partial<Record<Row['kind'], number>> = { step: 38, attempt: 58, fold: 32 };
const HEIGHT = 24;

/**
 * Puts each earlier attempt, and in the present one what the lesson builds on, under a row of its own,
 * and leaves out the rows of those that are not opened.
 *
 * @param isOpen told the rows of a fold, by its key
 * @param lesson whose steps are not folded; that of the newest step where it is left out
 */
export function folded(
	rows: readonly Row[],
	isOpen: (key: string, inside: readonly Row[]) => boolean,
	lesson = lessonOf(rows.findLast(({ kind }) => kind === 'step')?.step ?? '')
): Row[] {
	const isBase = ({ earlier, step }: Row) =>
		!earlier && step !== undefined && lessonOf(step) !== lesson;
	const base = rows.filter(isBase);
	const isBaseOpen = base.length > 0 && isOpen(BASE, base);
	return rows.flatMap((row): Row[] => {
		if (isBase(row)) {
			const head = row === base[0] ? [baseFold(base, isBaseOpen)] : [];
			return isBaseOpen ? [...head, row] : head;
		}
		if (!row.earlier) return [row];
		const key = `fold ${row.attempt}`;
		const open = isOpen(key, [row]);
		if (row.kind === 'attempt') return open ? [foldOf(row, open), row] : [foldOf(row, open)];
		return open ? [row] : [];
	});
}

const BASE = 'fold base';

/** The row of what the lesson builds on. */
function baseFold(base: readonly Row[], open: boolean): FoldRow {
	const { seq, since, attempt } = base[0]!;
	const upTo = base.at(-1)!.step!;
	const label = `The call up to ${upTo}`;
	const count = base.length;
	return {
		...{ kind: 'fold', key: BASE, peer: null, members: [], earlier: false },
		...{ seq, since, attempt, upTo, label, count, open }
	};
}

function foldOf({ attempt, count, seq, since }: AttemptRow, open: boolean): FoldRow {
	return {
		kind: 'fold',
		key: `fold ${attempt}`,
		peer: null,
		seq,
		members: [],
		attempt,
		earlier: true,
		since,
		label: `Attempt ${attempt}, ${count} entries`,
		count,
		open
	};
}

/** Stacks the rows, time downwards. */
export function place(rows: readonly Row[]): Placed[] {
	let top = 0;
	return rows.map((row) => {
		const height = HEIGHTS[row.kind] ?? HEIGHT;
		const placed = { row, top, height, mid: top + height / 2 };
		top += height;
		return placed;
	});
}

/** The positions of the first and after the last row that a stretch of the drawing touches. */
export function touched(placed: readonly Placed[], from: number, to: number): [number, number] {
	return [firstBelow(placed, from), firstBelow(placed, to) + 1];
}

function firstBelow(placed: readonly Placed[], y: number): number {
	let low = 0;
	let high = placed.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const { top, height } = placed[middle]!;
		if (top + height <= y) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** A stretch of a lifeline: before there is a connection, while there is one, after it is closed. */
export interface Stretch {
	peer: PeerName;
	from: number;
	to: number;
	state: 'absent' | 'open' | 'over';
}

/** The lifelines of both peers, in stretches from top to bottom. */
export function lifelines(placed: readonly Placed[], bottom: number): Stretch[] {
	return (['john', 'jane'] as const).flatMap((peer) => {
		const stretches: Stretch[] = [];
		let now: Stretch = { peer, from: 0, to: 0, state: 'absent' };
		const turn = (y: number, state: Stretch['state'], gap = 0) => {
			if (y > now.from) stretches.push({ ...now, to: y });
			now = { peer, from: y + gap, to: 0, state };
		};
		for (const { row, top, height, mid } of placed) {
			if (row.kind === 'attempt') turn(top, 'absent', height);
			else if (row.kind === 'fold') turn(top, 'over', height);
			if (row.kind !== 'call' || row.peer !== peer || row.status !== 'resolved') continue;
			if (row.name === 'RTCPeerConnection') turn(mid, 'open');
			if (row.name === 'close') turn(mid + 10, 'over');
		}
		turn(bottom, 'over');
		return stretches;
	});
}

/** A message on the wire, from the row that sent it to the row that received it. */
export interface Flight {
	key: string;
	from: PeerName;
	to: PeerName;
	sent: Placed;
	/** Undefined while the message waits. */
	delivered: Placed | undefined;
	/** Whether it was lost on its way. */
	isLost: boolean;
}

/** Where a message is drawn, in pixels and degrees: from lifeline to lifeline, with room for the marks. */
export interface Course {
	x1: number;
	y1: number;
	x2: number;
	y2: number;
	/** Of the arrow's point. */
	angle: number;
	/** Halfway, where the message waits. */
	middle: number;
	/** Where the line ends at the ring around the middle. */
	ring: number;
}

/** @param columns where the lifelines are */
export function courseOf(
	{ from, to, sent, delivered }: Flight,
	columns: Readonly<Record<PeerName, number>>
): Course {
	const direction = Math.sign(columns[to] - columns[from]);
	const x1 = columns[from] + direction * 5;
	const x2 = columns[to] - direction * 3;
	const y2 = (delivered ?? sent).mid;
	const angle = (Math.atan2(y2 - sent.mid, x2 - x1) * 180) / Math.PI;
	const middle = (columns.john + columns.jane) / 2;
	return { x1, y1: sent.mid, x2, y2, angle, middle, ring: middle - direction * 4 };
}

/** All messages whose sending is on the ladder. */
export function flights(placed: readonly Placed[]): Flight[] {
	const bySeq = new Map(placed.map((one) => [one.row.seq, one]));
	return placed.flatMap((sent): Flight[] => {
		const { row } = sent;
		if (row.kind !== 'sent') return [];
		const delivered = row.delivered === undefined ? undefined : bySeq.get(row.delivered);
		const isLost = row.dropped !== undefined;
		return [{ key: row.key, from: row.peer, to: otherPeer(row.peer), sent, delivered, isLost }];
	});
}

/**
 * The row that stands for an entry: the one that it made or joined, else the last one before it.
 * @param preferred the key of the row to choose where an entry has several
 */
export function rowOfEntry(
	placed: readonly Placed[],
	seq: number | null,
	preferred: string | null
): Placed | undefined {
	if (seq === null) return undefined;
	const own = placed.filter(({ row }) => row.members.includes(seq));
	return (
		own.find(({ row }) => row.key === preferred) ??
		own[0] ??
		placed.findLast(({ row }) => row.kind !== 'fold' && row.seq <= seq)
	);
}

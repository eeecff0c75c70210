import { otherPeer, type PeerName } from '../../trace';
import { waitingFor } from '../../trace/fate';
import { durationWords, fixed } from '../../trace/numbers';
import type { Row } from './row';

/** Below this width the labels stand between the lifelines, above it on their outer sides. */
const WIDE = 680;
/** From this width on there is room for the time at the left edge. */
const WITH_CLOCK = 760;
/** From the lifeline to the text. */
const INDENT = 14;
/** A glyph of the mono face is 0.6 em wide. */
const GLYPH = 0.6;
const PILL_PADDING = 7;

/** Where things stand across the drawing, in pixels. */
export interface Columns {
	width: number;
	wide: boolean;
	clock: boolean;
	fontSize: number;
	/** Width of one character. */
	glyph: number;
	/** The lifelines. */
	john: number;
	jane: number;
}

/** The columns of a drawing that is so wide. */
export function columnsOf(width: number): Columns {
	const wide = width >= WIDE;
	const clock = width >= WITH_CLOCK;
	const fontSize = clock ? 13 : 12;
	const gap = Math.min(230, Math.max(100, width * 0.2));
	// The clock takes room on the left only: the lifelines move half of it to the right.
	const middle = width / 2 + (clock ? 24 : 0);
	return {
		width,
		wide,
		clock,
		fontSize,
		glyph: fontSize * GLYPH,
		john: wide ? middle - gap / 2 : 18,
		jane: wide ? middle + gap / 2 : width - 18
	};
}

/** Where the text of a peer begins or ends, and how much room it has. */
export interface Slot {
	x: number;
	anchor: 'start' | 'end';
	room: number;
}

/** The place for text beside a peer's lifeline. */
export function slotOf(columns: Columns, peer: PeerName): Slot {
	const { wide, clock, width, john, jane } = columns;
	const rightwards = wide === (peer === 'jane');
	const x = columns[peer] + (rightwards ? INDENT : -INDENT);
	if (!wide) return { x, anchor: rightwards ? 'start' : 'end', room: jane - john - 2 * INDENT };
	return rightwards
		? { x, anchor: 'start', room: width - 8 - x }
		: { x, anchor: 'end', room: x - (clock ? 56 : 8) };
}

/** The text of a row, made to fit. */
export interface Fitted {
	text: string;
	/** What stands after the text, in another tone; empty where there is no room. */
	suffix: string;
	/** Width of both together. */
	width: number;
}

/** Shortens what a row says to the room that there is: the suffix goes first, then letters. */
export function fitted(row: Row, room: number, glyph: number): Fitted {
	const pill = row.kind === 'state' ? 2 * PILL_PADDING : 0;
	const fits = (text: string) => text.length * glyph + pill <= room;
	const made = (text: string, suffix = '') => ({
		text,
		suffix,
		width: (text.length + suffix.length) * glyph + pill
	});
	for (const suffix of suffixes(row)) {
		for (const text of row.short ? [row.label, row.short] : [row.label]) {
			if (fits(text + suffix)) return made(text, suffix);
		}
	}
	const whole = row.short ?? row.label;
	const [, suffix = ''] = /^(.)/.exec(suffixes(row).at(-1)!.trim()) ?? [];
	const end = suffix && ` ${suffix}`;
	const letters = Math.max(1, Math.floor((room - pill) / glyph) - 1 - end.length);
	return made(whole.length > letters ? `${whole.slice(0, letters)}…` : whole, end);
}

/** What may stand after the text, longest first. */
function suffixes(row: Row): string[] {
	switch (row.kind) {
		case 'call': {
			if (row.status === 'pending') return [' … pending', ' …'];
			const took = row.took !== undefined && row.took >= 1 ? ` ${durationWords(row.took)}` : '';
			if (row.status === 'resolved') return [` ✓${took}`, ' ✓'];
			return [` ✕ ${row.error?.name ?? 'Error'}${took}`, ` ✕ ${row.error?.name ?? 'Error'}`, ' ✕'];
		}
		case 'sent':
			if (row.dropped !== undefined) return [' lost', ''];
			return row.delivered === undefined
				? [` ${waitingFor(otherPeer(row.peer))}`, ' waiting', '']
				: [''];
		case 'delivered':
			return row.waited !== undefined && row.waited >= 1000
				? [` waited ${durationWords(row.waited)}`, '']
				: [''];
		default:
			return [''];
	}
}

/** Text shortened to a width where the mono face does not count, for a face of average letters. */
export function clipped(text: string, room: number, fontSize: number): string {
	const letters = Math.floor(room / (fontSize * 0.47));
	return text.length > letters ? `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…` : text;
}

/** The time since the attempt began, as it stands at the edge. */
export function clockWords(since: number): string {
	const seconds = since / 1000;
	if (seconds < 59.95 || !Number.isFinite(seconds)) return `${fixed(seconds, 1)} s`;
	return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

/** The keys of the rows that have the time written: where it reads differently than above. */
export function withClock(placed: readonly { row: Row }[]): Set<string> {
	const keys = placed.flatMap(({ row }, index) => {
		const above = placed[index - 1]?.row;
		if (!row.peer || row.kind === 'step') return [];
		const same =
			above?.peer && above.kind !== 'step' && clockWords(above.since) === clockWords(row.since);
		return same ? [] : [row.key];
	});
	return new Set(keys);
}

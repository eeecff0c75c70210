import type { Line } from '$lib/sdp';
import { valuesInLine, type FollowedSpan } from '$lib/trace/values';
import type { PeerName } from '$lib/trace';

/** A piece of a line as it is drawn. */
export interface Part {
	readonly text: string;
	/** What is drawn alike: the letter, the attribute's name, a word, what stands between words. */
	readonly tone: 'type' | 'attribute' | 'word' | 'between';
	/** What can be followed from here; null for everything else. */
	readonly value: FollowedSpan | null;
}

/** So much of a line is drawn; the rest can be copied. */
export const MOST_DRAWN = 2000;

/** Pieces that may follow one another in a row, and where each begins. */
interface Cut {
	readonly start: number;
	readonly end: number;
	readonly tone: Part['tone'];
	readonly value: FollowedSpan | null;
}

function cutsOf(line: Line, spans: readonly FollowedSpan[]): Cut[] {
	const cuts: Cut[] = [];
	if (line.type !== '') cuts.push({ start: 0, end: 1, tone: 'type', value: null });
	if (line.attribute !== '') {
		cuts.push({ start: 2, end: 2 + line.attribute.length, tone: 'attribute', value: null });
	}
	const { fields } = line;
	for (let index = 0; index < fields.length; index++) {
		const [start, end] = [fields.startAt(index), fields.endAt(index)];
		if (start >= MOST_DRAWN) break;
		const inside = spans.filter((span) => span.start >= start && span.end <= end);
		if (inside.length === 0) cuts.push({ start, end, tone: 'word', value: null });
		for (const value of inside) {
			cuts.push({ start: value.start, end: value.end, tone: 'word', value });
		}
	}
	return cuts;
}

/** A line in pieces, in order and without gaps, as far as it is drawn. */
export function partsOf(line: Line, peer?: PeerName): Part[] {
	const text = line.text.slice(0, MOST_DRAWN);
	const spans = valuesInLine(line, peer).filter(({ end }) => end <= MOST_DRAWN);
	const parts: Part[] = [];
	let at = 0;
	for (const { start, end, tone, value } of cutsOf(line, spans)) {
		if (start > at) parts.push({ text: text.slice(at, start), tone: 'between', value: null });
		parts.push({ text: text.slice(start, end), tone, value });
		at = end;
	}
	if (at < text.length) parts.push({ text: text.slice(at), tone: 'between', value: null });
	return parts;
}

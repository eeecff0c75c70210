import { PEER_NAMES, type PeerName } from '$lib/trace';
import { laneOf, type Envelope } from './envelopes';
import type { CheckLine } from './lines';
import type { Picture } from './picture';
import type { Point } from './points';

/** The room there is between the peers, in pixels. */
export interface Size {
	readonly width: number;
	readonly height: number;
	/** The size of type. */
	readonly type: number;
}

/** A place in the picture, in pixels from its left upper corner. */
export interface Spot {
	readonly x: number;
	readonly y: number;
}

/** An envelope in the lane: its middle, and where it left. */
export interface PlacedEnvelope extends Spot {
	readonly envelope: Envelope;
	/** As much of its words as there is room for. */
	readonly words: string;
	readonly from: Spot;
}

/** A candidate at its peer's edge. */
export interface PlacedPoint extends Spot {
	readonly point: Point;
	/** What it is, beside it; null where there is no room for that. */
	readonly word: string | null;
	/** Where lines to it end: past its word, which they would strike through. */
	readonly reached: Spot;
}

/** A line between two points, as a length and the angle at which it leaves John's. */
export interface PlacedLine {
	readonly line: CheckLine;
	readonly from: Spot;
	readonly to: Spot;
	readonly length: number;
	/** Degrees, clockwise. */
	readonly angle: number;
}

/** Where everything is. */
export interface Layout {
	readonly size: Size;
	/** The height of the dashed line that messages travel on. */
	readonly lane: number;
	readonly envelope: { readonly width: number; readonly height: number };
	readonly envelopes: readonly PlacedEnvelope[];
	/** How many messages wait that are not drawn: those behind the ones that are. */
	readonly behind: number;
	/** How many messages each peer has sent. */
	readonly count: Readonly<Record<PeerName, number>>;
	/** Where candidates may begin, downwards. */
	readonly network: number;
	/** How many candidates of each peer are not drawn. */
	readonly left: Readonly<Record<PeerName, number>>;
	/** Half of a point's width. */
	readonly radius: number;
	readonly points: readonly PlacedPoint[];
	readonly lines: readonly PlacedLine[];
}

/** How far from the middle of a candidate its word begins, in halves of its width. */
export const WORD_GAP = 1.9;

/** As many candidates of a peer are drawn; of more, those in a pair and the first. */
const MOST_POINTS = 60;

/** As many waiting messages lie on top of each other as can be told apart. */
const MOST_WAITING = 3;

/** Where everything of a picture is, in the room that there is for it. */
export function layoutOf(picture: Picture, size: Size): Layout {
	const { width, height, type } = size;
	const envelope = { width: Math.min(11.5 * type, 0.68 * width), height: 2 * type };
	const lane = 1.4 * type + envelope.height / 2;
	const network = lane + envelope.height / 2 + 0.9 * type;
	const { waiting, latest, count } = laneOf(picture.envelopes);
	const ends: Record<PeerName, number> = {
		john: envelope.width / 2 + 1,
		jane: width - envelope.width / 2 - 1
	};
	const shown = waiting.slice(-MOST_WAITING);
	const middle = width / 2;
	const envelopes = shown.map((one, index): PlacedEnvelope => {
		const towards = one.from === 'john' ? 1 : -1;
		const step = (shown.length - 1 - index) * 0.45 * type;
		return {
			envelope: one,
			words: wordsIn(envelope.width / type, one.words),
			x: middle - towards * step,
			y: lane - 0.3 * step,
			from: { x: ends[one.from], y: lane }
		};
	});
	if (latest) {
		envelopes.push({
			envelope: latest,
			words: wordsIn(envelope.width / type, latest.words),
			x: ends[latest.to],
			y: lane,
			from: { x: ends[latest.from], y: lane }
		});
	}
	const radius = 0.42 * type;
	// What travels on the path is said at the foot: candidates keep off it.
	const room = { top: network + radius, bottom: height - radius - 1 - 1.65 * type };
	const drawn = drawnOf(picture);
	const points = PEER_NAMES.flatMap((owner) =>
		placePoints(drawn[owner], owner, { size, radius, ...room })
	);
	const spots = new Map(points.map((placed) => [placed.point.key, placed]));
	const lines = picture.lines.flatMap((line): PlacedLine[] => {
		const [from, to] = [spots.get(line.john), spots.get(line.jane)];
		return from && to ? [placeLine(line, from.reached, to.reached)] : [];
	});
	return {
		size,
		lane,
		envelope,
		envelopes,
		behind: Math.max(0, waiting.length - MOST_WAITING),
		count,
		network,
		left: leftOf(picture, drawn),
		radius,
		points,
		lines
	};
}

/**
 * The words of an envelope that is so many times as wide as its type is high: all of them beside its arrow, or
 * what it is alone.
 */
function wordsIn(width: number, words: string): string {
	return 0.49 * words.length + 1.6 <= width ? words : words.replace(/,.*/, '');
}

type Points = Readonly<Record<PeerName, readonly Point[]>>;

/** The candidates that are drawn of each peer, in the order in which they came. */
function drawnOf({ points, lines }: Picture): Points {
	const inPair = new Set(lines.flatMap(({ john, jane }) => [john, jane]));
	const of = (owner: PeerName) => {
		const own = points.filter((point) => point.owner === owner);
		if (own.length <= MOST_POINTS) return own;
		const paired = own.filter(({ key }) => inPair.has(key));
		const others = own.filter(({ key }) => !inPair.has(key));
		return [...paired, ...others].slice(0, MOST_POINTS);
	};
	return { john: of('john'), jane: of('jane') };
}

function leftOf({ points }: Picture, drawn: Points): Record<PeerName, number> {
	const of = (owner: PeerName) =>
		points.filter((point) => point.owner === owner).length - drawn[owner].length;
	return { john: of('john'), jane: of('jane') };
}

interface Edge {
	readonly size: Size;
	readonly radius: number;
	readonly top: number;
	readonly bottom: number;
}

/** What a candidate is, in a word or two. */
const wordOf = ({ kind, protocol }: Point) => (protocol === 'tcp' ? `${kind} tcp` : kind);

/** About how wide a word is set, in heights of its type: capitals and m are wider than other letters. */
const widthOf = (word: string) =>
	[...word].reduce((sum, letter) => sum + (/[A-Zmw]/.test(letter) ? 0.75 : 0.5), 0);

/** Points beneath each other; where there are many, closer, and then in columns side by side. */
function placePoints(
	points: readonly Point[],
	owner: PeerName,
	{ size, radius, top, bottom }: Edge
): PlacedPoint[] {
	const { type } = size;
	const closest = 2 * radius + 1;
	const columnsFrom = (begin: number) =>
		Math.ceil(points.length / Math.max(1, Math.floor((bottom - begin) / closest) + 1));
	// Each peer’s have their half; where that is narrow, columns lie over each other, as far as can be told apart.
	const half = 0.45 * size.width;
	// For whom a message waits is said beneath it: candidates and their lines keep off that as long as they can.
	const below = top + type;
	const begin = columnsFrom(below) * 0.75 * closest <= half ? below : top;
	const columns = columnsFrom(begin);
	const apart = Math.min(closest, half / Math.max(1, columns));
	const perColumn = Math.ceil(points.length / Math.max(1, columns));
	// In a tall picture a few are apart as six would be, so that it is not empty beneath them.
	const spacing = Math.min(
		Math.max(2.4 * type, (bottom - begin) / 5),
		(bottom - begin) / Math.max(1, perColumn - 1)
	);
	const hasWords = columns === 1 && spacing >= 0.95 * type;
	const towards = owner === 'john' ? 1 : -1;
	return points.map((point, index) => {
		const inwards = radius + 1 + Math.floor(index / perColumn) * apart;
		const x = owner === 'john' ? inwards : size.width - inwards;
		const y = begin + (index % perColumn) * spacing;
		const word = hasWords ? wordOf(point) : null;
		const past = word === null ? 0 : WORD_GAP * radius + (widthOf(word) + 0.4) * type;
		return { point, x, y, word, reached: { x: x + towards * past, y } };
	});
}

function placeLine(line: CheckLine, from: Spot, to: Spot): PlacedLine {
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	return {
		line,
		from: { x: from.x, y: from.y },
		to: { x: to.x, y: to.y },
		length: Math.hypot(dx, dy),
		angle: (Math.atan2(dy, dx) * 180) / Math.PI
	};
}

/** Something that can be pressed, by its kind and key. */
export type Part =
	| { readonly kind: 'envelope'; readonly envelope: Envelope }
	| { readonly kind: 'point'; readonly point: Point }
	| { readonly kind: 'line'; readonly line: CheckLine };

/** How far from a part, in pixels, a press still means it: half of what a finger needs. */
const REACH = 14;

/** What is pressed at a place: the envelope it is in, else the nearest point, else the nearest line. */
export function partAt(layout: Layout, { x, y }: Spot): Part | null {
	const { width, height } = layout.envelope;
	const inside = layout.envelopes.findLast(
		(one) => Math.abs(one.x - x) <= width / 2 && Math.abs(one.y - y) <= Math.max(height / 2, REACH)
	);
	if (inside) return { kind: 'envelope', envelope: inside.envelope };
	const point = nearest(layout.points, (one) => Math.hypot(one.x - x, one.y - y));
	if (point) return { kind: 'point', point: point.point };
	const line = nearest(layout.lines, (one) => distanceTo(one, { x, y }));
	return line && { kind: 'line', line: line.line };
}

function nearest<T>(parts: readonly T[], distance: (part: T) => number): T | null {
	let found: T | null = null;
	let least = REACH;
	for (const part of parts) {
		const away = distance(part);
		if (away > least) continue;
		least = away;
		found = part;
	}
	return found;
}

/** How far a place is from a line between its ends. */
function distanceTo({ from, to, length }: PlacedLine, { x, y }: Spot): number {
	if (length === 0) return Math.hypot(x - from.x, y - from.y);
	const along = ((x - from.x) * (to.x - from.x) + (y - from.y) * (to.y - from.y)) / length ** 2;
	const at = Math.min(1, Math.max(0, along));
	return Math.hypot(x - from.x - at * (to.x - from.x), y - from.y - at * (to.y - from.y));
}

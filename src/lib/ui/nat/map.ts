import type { Hop, Outcome, Packet, Place } from '$lib/nat';

export type Point = readonly [x: number, y: number];

/** Where the picture has what a packet can meet. */
export const AT: Readonly<Record<Place, Point>> = {
	john: [26, 116],
	'john-nat': [128, 116],
	outside: [240, 116],
	server: [240, 30],
	'jane-nat': [352, 116],
	jane: [454, 116]
};

/** How far from the middle of it a line ends. */
const ROOM: Readonly<Record<Place, number>> = {
	john: 22,
	'john-nat': 32,
	outside: 4,
	server: 38,
	'jane-nat': 32,
	jane: 22
};

/** A piece of a way, from one thing to the next. */
export interface Leg {
	from: [number, number];
	to: [number, number];
}

/** Between two things, without what they cover. */
function legBetween(from: Place, to: Place): Leg {
	const [[x1, y1], [x2, y2]] = [AT[from], AT[to]];
	const length = Math.hypot(x2 - x1, y2 - y1);
	const along = (place: Point, room: number): [number, number] => [
		place[0] + (room * (x2 - x1)) / length,
		place[1] + (room * (y2 - y1)) / length
	];
	return { from: along(AT[from], ROOM[from]), to: along(AT[to], -ROOM[to]) };
}

/** The places of a way, each once in a row. */
const placesOf = (hops: readonly Hop[]): Place[] =>
	hops.map(({ at }) => at).filter((at, index, all) => at !== all[index - 1]);

const legsOf = (places: readonly Place[]): Leg[] =>
	places.slice(1).map((to, index) => legBetween(places[index]!, to));

/** The way of a packet, as far as it came. */
export const wayOf = ({ hops }: Packet): Leg[] => legsOf(placesOf(hops));

/** The way that media takes: that of the last packet that arrived from John at Jane. */
export function pathOf({ connected, packets }: Outcome): Leg[] {
	const last = packets.findLast(
		({ from, to, fate }) => from === 'john' && to === 'jane' && fate === 'arrived'
	);
	return connected && last ? wayOf(last) : [];
}

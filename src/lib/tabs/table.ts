import { PEER_NAMES, type PeerName } from '../trace';

/** What carries a room: this browser, a broker, or what two people have made by hand between two pages. */
export type By = 'browser' | 'broker' | 'hand';

/** Where a tab wants to sit: in which room, and in which seat. */
export interface Table {
	by: By;
	room: string;
	/** The key of a room that a broker carries, '' where a link has lost it; null for any other. */
	key: string | null;
	/** Where its broker is, as the link says; null for the one that the site uses, and where there is none. */
	broker: string | null;
	/** The seats that are wanted; none to watch only. */
	seats: readonly PeerName[];
}

/** What opens a room: what it is called, its key, and where it is. */
export type RoomKey = Pick<Table, 'room' | 'key' | 'broker'>;

/** The room where none is named. */
const MAIN = 'main';

/** Of a room's name, in characters. */
const LONGEST = 60;

/**
 * Where an address says that its tab sits: `?seat=john`, `?seat=jane&room=2`, `?seat=none` to watch; in a room that a
 * broker carries `?seat=john&by=broker#room=name.key`, for no server sees what stands behind the `#` (RFC 3986, 3.5),
 * with `&broker=wss…` behind that for another than the site's; in the one of two pages that are joined by hand
 * `?seat=john&by=hand`.
 *
 * @param kept the room of this page before, for an address that has lost its own to a place on the page
 * @returns null for an address without a seat: both peers are in the one tab
 */
export function tableOf(
	search: URLSearchParams,
	hash = '',
	kept: RoomKey | null = null
): Table | null {
	const seat = search.get('seat');
	if (seat === null) return null;
	const seats = PEER_NAMES.filter((peer) => peer === seat);
	const by = search.get('by');
	if (by === 'hand') return { by, room: MAIN, key: null, broker: null, seats };
	if (by !== 'broker') {
		const room = (search.get('room') || MAIN).slice(0, LONGEST);
		return { by: 'browser', room, key: null, broker: null, seats };
	}
	const given = new URLSearchParams(hash.slice(1));
	const [, room, key] = /^([\w-]{1,60})\.([\w-]+)$/.exec(given.get('room') ?? '') ?? [];
	if (room && key) return { by, room, key, broker: given.get('broker'), seats };
	// What is damaged leads nowhere; a place on the page only stands where a room did.
	const own = given.has('room') ? null : kept;
	return { by, room: own?.room ?? '', key: own?.key ?? '', broker: own?.broker ?? null, seats };
}

/** What of a table stands in the part of an address that servers see. */
export type Placed = Pick<Table, 'by' | 'seats'> & Partial<Pick<Table, 'room'>>;

/** The part of an address that says where its tab sits, with its question mark. */
export function searchOf({ by, room = MAIN, seats: [seat] }: Placed): string {
	const search = new URLSearchParams({ seat: seat ?? 'none' });
	if (by !== 'browser') search.set('by', by);
	else if (room !== MAIN) search.set('room', room);
	return `?${search}`;
}

/** What stands behind all else in an address, with its `#`; '' for nothing. */
export const fragmentOf = ({ room, key, broker }: RoomKey): string =>
	key
		? `#room=${room}.${key}${broker === null ? '' : `&broker=${encodeURIComponent(broker)}`}`
		: '';

import { PEER_NAMES, type PeerName } from '../trace';

/** Where a tab wants to sit: in which room, and in which seat. */
export interface Table {
	room: string;
	/** The key of a room that a broker carries; null for one within this browser, '' where a link has lost it. */
	key: string | null;
	/** The seats that are wanted; none to watch only. */
	seats: readonly PeerName[];
}

/** The room where none is named. */
const MAIN = 'main';

/** Of a room's name, in characters. */
const LONGEST = 60;

/**
 * Where an address says that its tab sits: `?seat=john`, `?seat=jane&room=2`, `?seat=none` to watch; in a room that a
 * broker carries `?seat=john&by=broker#room=name.key`, for no server sees what stands behind the `#` (RFC 3986, 3.5).
 *
 * @param kept the room of this page before, for an address that has lost its own to a place on the page
 * @returns null for an address without a seat: both peers are in the one tab
 */
export function tableOf(
	search: URLSearchParams,
	hash = '',
	kept: Pick<Table, 'room' | 'key'> | null = null
): Table | null {
	const seat = search.get('seat');
	if (seat === null) return null;
	const seats = PEER_NAMES.filter((peer) => peer === seat);
	if (search.get('by') !== 'broker') {
		return { room: (search.get('room') || MAIN).slice(0, LONGEST), key: null, seats };
	}
	const [, room, key] = /^#room=([\w-]{1,60})\.([\w-]+)$/.exec(hash) ?? [];
	if (room && key) return { room, key, seats };
	return { room: kept?.room ?? '', key: kept?.key ?? '', seats };
}

/** The part of an address that says where its tab sits, with its question mark. */
export function searchOf({ room, key, seats: [seat] }: Table): string {
	const search = new URLSearchParams({ seat: seat ?? 'none' });
	if (key !== null) search.set('by', 'broker');
	else if (room !== MAIN) search.set('room', room);
	return `?${search}`;
}

/** What stands behind all else in an address, with its `#`; '' for nothing. */
export const fragmentOf = ({ room, key }: Pick<Table, 'room' | 'key'>): string =>
	key ? `#room=${room}.${key}` : '';

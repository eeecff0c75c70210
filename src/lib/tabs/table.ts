import { PEER_NAMES, type PeerName } from '../trace';

/** Where a tab wants to sit: in which room, and in which seat. */
export interface Table {
	room: string;
	/** The seats that are wanted; none to watch only. */
	seats: readonly PeerName[];
}

/** The room where none is named. */
const MAIN = 'main';

/**
 * Where an address says that its tab sits: `?seat=john`, `?seat=jane&room=2`, `?seat=none` to watch.
 * @returns null for an address without a seat: both peers are in the one tab
 */
export function tableOf(search: URLSearchParams): Table | null {
	const seat = search.get('seat');
	if (seat === null) return null;
	return {
		room: (search.get('room') || MAIN).slice(0, 60),
		seats: PEER_NAMES.filter((peer) => peer === seat)
	};
}

/** The part of an address that says where its tab sits, with its question mark. */
export function searchOf({ room, seats: [seat] }: Table): string {
	const search = new URLSearchParams({ seat: seat ?? 'none' });
	if (room !== MAIN) search.set('room', room);
	return `?${search}`;
}

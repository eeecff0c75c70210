import type { PeerName } from '../trace';
import type { SeatView } from './company';
import type { Screen } from './messages';
import type { Mirror } from './mirror';
import type { Neighbours } from './neighbours';
import type { OwnSeats } from './own-seats';
import type { Presence } from './presence';
import type { Role, RoomView, RoomWishes } from './room';
import type { TabChannel } from './tab-channel';

/** What there is to know of a room, where it is known. */
export interface RoomParts {
	wishes: RoomWishes;
	hasJoined: boolean;
	/** Whether this tab runs the walk. */
	isHost: boolean;
	seats: OwnSeats;
	presence: Presence;
	neighbours: Neighbours;
	mirror: Mirror;
	channel: TabChannel;
	/** What is on the screen beside the walk. */
	screen: Screen;
}

/** What there is to know of a room at this moment. */
export function viewOfRoom(parts: RoomParts): RoomView {
	const { wishes, seats, neighbours, mirror, channel, screen } = parts;
	const { host, isUnanswered } = mirror;
	const [hostSeat] = host === null ? [] : neighbours.seatsOf(host);
	const { room, by, key, broker, site, deck } = wishes;
	const { spectators, hostIsSilent, otherVersions, otherDeck } = neighbours;
	return {
		room,
		by,
		key,
		broker,
		role: roleOf(parts),
		own: seats.peers,
		lost: seats.lost,
		seats: { john: seatOf('john', parts), jane: seatOf('jane', parts) },
		spectators,
		waitsFor: (isUnanswered && hostSeat) || null,
		isAway: channel.isAway,
		hearsStrangers: channel.hearsStrangers,
		hostIsSilent,
		site,
		otherVersions,
		deck,
		otherDeck,
		screen,
		refused: { ...channel.refused, signaling: seats.refused }
	};
}

function roleOf({ hasJoined, isHost, seats }: RoomParts): Role {
	if (!hasJoined) return 'joining';
	if (isHost) return 'host';
	return seats.peers.length > 0 ? 'guest' : 'spectator';
}

function seatOf(peer: PeerName, { seats, presence, neighbours }: RoomParts): SeatView {
	const seat: SeatView = seats.has(peer)
		? { by: 'this', doing: presence.doing }
		: neighbours.seatOf(peer);
	return { ...seat, ...(neighbours.areFar && { isFar: true }) };
}

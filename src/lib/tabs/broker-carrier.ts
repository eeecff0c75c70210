import { BrokerRoom, type BrokerAddress } from '../signaling/broker-room';
import type { RoomHearing } from '../signaling/room';
import { newKey } from '../signaling/seal';
import type { Carrier } from './carrier';
import { roomCarrier } from './room-carrier';

/**
 * Between machines: by a room at a broker.
 * @throws an `Error` where no broker answers at its address
 * @throws RangeError where the key is none
 */
export const brokerCarrier = (address: BrokerAddress): Promise<Carrier> =>
	roomCarrier((hearing) => new BrokerRoom(address, hearing));

const hearsNothing: RoomHearing = {
	said: () => undefined,
	claimed: () => undefined,
	refused: () => undefined,
	away: () => undefined,
	interrupted: () => undefined
};

/**
 * Whether a broker can carry a room: one that nobody else knows is entered there, which takes all that any room needs, and
 * left again without a trace.
 *
 * @returns how long it took, in milliseconds
 * @throws an `Error` where no broker answers at the address, or not with what it was to keep
 */
export async function tryBroker(url: string): Promise<number> {
	const address = { url, room: crypto.randomUUID(), key: newKey(), isTrial: true };
	const room = new BrokerRoom(address, hearsNothing);
	const began = performance.now();
	try {
		await room.enter('');
		return performance.now() - began;
	} finally {
		room.end();
	}
}

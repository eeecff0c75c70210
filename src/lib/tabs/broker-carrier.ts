import { BrokerRoom, type BrokerAddress } from '../signaling/broker-room';
import type { Carrier } from './carrier';
import { roomCarrier } from './room-carrier';

/**
 * Between machines: by a room at a broker.
 * @throws an `Error` where no broker answers at its address
 * @throws RangeError where the key is none
 */
export const brokerCarrier = (address: BrokerAddress): Promise<Carrier> =>
	roomCarrier((hearing) => new BrokerRoom(address, hearing));

import { isBrokerUrl } from '$lib/signaling/broker-url';
import { brokerCarrier } from '$lib/tabs/broker-carrier';
import type { Carrier } from '$lib/tabs/carrier';
import type { FarObstacle } from '$lib/tabs/sharing';
import type { RoomKey } from '$lib/tabs/table';
import { isAgreed, siteBroker } from './brokers';

/**
 * Takes part in a room at a broker: at the site's, or at the one that the link names, where somebody here chose that or
 * agreed to speak to it. Nobody else is asked anything.
 *
 * @returns what carries the room, or what keeps this machine apart
 */
export async function farCarrier({
	room,
	key,
	broker
}: RoomKey & { key: string }): Promise<Carrier | FarObstacle> {
	if (broker !== null && !isBrokerUrl(broker)) return 'keyless';
	if (broker !== null && !isAgreed(broker)) return 'unasked';
	try {
		return await brokerCarrier({ url: broker ?? siteBroker(), room, key });
	} catch (error) {
		return error instanceof RangeError ? 'keyless' : 'unreachable';
	}
}

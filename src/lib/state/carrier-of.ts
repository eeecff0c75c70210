import { chunk } from '$lib/deck/chunk';
import { broadcastCarrier, type Carrier } from '$lib/tabs/carrier';
import { whyNotShare, type FarObstacle, type Obstacle } from '$lib/tabs/sharing';
import type { RoomKey, Table } from '$lib/tabs/table';
import { handLink } from './hand-link';

/** What carries what is said at a table, or what keeps tabs apart there. Neither for no table. */
export interface Carried {
	carrier: Carrier | null;
	obstacle: Obstacle | FarObstacle | null;
}

/** Gets a part of the page by its name, for as long as it takes: what is missing is said where that is. */
type Get = <T>(name: string, load: () => Promise<T>) => Promise<T>;

/** What speaks to a broker is as heavy as a framework, and is fetched where somebody sits at such a table. */
const brokers = chunk(() => import('./far-carrier'), 'farCarrier');
/** Few walks are joined by hand. */
const hands = chunk(() => import('$lib/tabs/hand-carrier'), 'handCarrier');

/**
 * Takes part in the room of a table: within this browser, or, where the address says so, by a broker or by hand.
 * @param table null where both peers are in the one tab
 * @param get gets what speaks to a broker, or over what was joined by hand
 */
export async function carrierOf(table: Table | null, get: Get): Promise<Carried> {
	if (table === null) return { carrier: null, obstacle: null };
	if (table.by === 'hand') return byHand(get);
	if (table.key !== null) return brokered({ ...table, key: table.key }, get);
	const obstacle = await whyNotShare();
	return { carrier: obstacle === null ? broadcastCarrier(table.room) : null, obstacle };
}

async function byHand(get: Get): Promise<Carried> {
	const link = handLink.made;
	if (!link?.channel.isOpen) return { carrier: null, obstacle: 'unjoined' };
	const { handCarrier } = await get('hand', hands);
	return { carrier: await handCarrier(link), obstacle: null };
}

async function brokered(table: RoomKey & { key: string }, get: Get): Promise<Carried> {
	if (!isSecureContext) return { carrier: null, obstacle: 'unsealed' };
	const { farCarrier } = await get('broker', brokers);
	const carrier = await farCarrier(table);
	return typeof carrier === 'string'
		? { carrier: null, obstacle: carrier }
		: { carrier, obstacle: null };
}

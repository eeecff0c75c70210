import { broadcastCarrier, type Carrier } from './carrier';
import { whyNotShare, type Obstacle } from './sharing';
import type { Table } from './table';

/** What carries what is said at a table: a carrier, or what keeps tabs apart there. Neither for no table. */
export interface Carried {
	carrier: Carrier | null;
	obstacle: Obstacle | null;
}

/**
 * Takes part in the room of a table: within this browser, or, where the address has a key, by a broker.
 * @param table null where both peers are in the one tab
 */
export async function carrierOf(table: Table | null): Promise<Carried> {
	if (table === null) return { carrier: null, obstacle: null };
	const obstacle = await whyNotShare();
	return { carrier: obstacle === null ? broadcastCarrier(table.room) : null, obstacle };
}

import { expect, vi } from 'vitest';
import type { BrokerAddress } from '../../src/lib/signaling/broker-room';
import type { SharedWalk } from '../../src/lib/tabs/shared-walk';
import { MOMENTS, page, stands } from './onlooker';

/** A page that shows a recorded call to a room. */
export async function showing(address: BrokerAddress): Promise<SharedWalk> {
	const walk = await page(address, true);
	await expect.poll(() => stands(walk)).toBe(true);
	return walk;
}

/** Walks a whole call on, to its last moment. */
export async function walkToEnd(walk: SharedWalk): Promise<void> {
	const at = () => walk.snapshot.context.at;
	while (at() < MOMENTS.length - 1) {
		const before = at();
		walk.send({ type: 'next' });
		await vi.waitFor(() => {
			if (!stands(walk) || at() === before) throw new Error(`It stays at moment ${before}.`);
		});
	}
}

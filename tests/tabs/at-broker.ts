import { afterEach, beforeEach } from 'vitest';
import { newKey } from '../../src/lib/signaling/seal';
import { brokerCarrier } from '../../src/lib/tabs/broker-carrier';
import type { Carrier } from '../../src/lib/tabs/carrier';
import { startBroker, type RunningBroker } from '../tools/broker';

/** The broker of the test that runs. */
export let broker: RunningBroker;

/** Who has entered a room in it. */
export let entered: Carrier[] = [];

/** Has each test of a file find a broker of its own, which ends with it, after those who entered. */
export function atBroker(): void {
	beforeEach(async () => void (broker = await startBroker()));
	afterEach(async () => {
		for (const carrier of entered) carrier.end();
		entered = [];
		await broker.stop();
	});
}

export const freshRoom = () => ({ url: broker.url, room: `room ${Math.random()}`, key: newKey() });

/** A member of a room, until the test ends. */
export async function enter(address = freshRoom()) {
	const carrier = await brokerCarrier(address);
	entered.push(carrier);
	return carrier;
}

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BrokerAddress } from '../../src/lib/signaling/broker-room';
import { lineWire } from '../../src/lib/signaling/line-wire';
import { newKey } from '../../src/lib/signaling/seal';
import { brokerCarrier } from '../../src/lib/tabs/broker-carrier';
import type { Carrier } from '../../src/lib/tabs/carrier';
import { describeWire } from '../signaling/wire-contract';
import type { SharedWalk } from '../../src/lib/tabs/shared-walk';
import { settle } from '../tabs/on-lines';
import { beWindow, stands } from '../tabs/onlooker';
import { showing } from '../tabs/watching';
import { Crowd } from './crowd';
import { lacksMosquitto, startMosquitto, versionOfMosquitto } from './mosquitto';
import { hashOf, standing } from './part-of-crowd';

const lacks = lacksMosquitto();
if (lacks.length > 0) console.log(`Mosquitto is left out. It needs ${lacks.join(', ')}.`);
/** Milliseconds in which a crowd is in: each hears of each. */
const LONGEST = 3_600_000;

/** How many watch at once: how the time grows with them is what is asked. */
const CROWDS = process.env.LONG === '1' ? [10, 100, 300, 1000] : [10, 100];
/** How many come in at once. */
const TOGETHER = 20;
/** Of _Next_, each performing or showing one step. */
const PRESSES = 21;

const rows: Record<string, string | number>[] = [];

describe.skipIf(lacks.length > 0)('Mosquitto', () => {
	let broker: Awaited<ReturnType<typeof startMosquitto>>;
	beforeAll(async () => void (broker = await startMosquitto()));
	afterAll(() => broker.stop());

	const freshRoom = (): BrokerAddress => ({
		url: broker.url,
		room: `room ${Math.random()}`,
		key: newKey()
	});

	let entered: Carrier[] = [];
	afterEach(() => {
		for (const carrier of entered) carrier.end();
		entered = [];
	});
	async function enter(address: BrokerAddress) {
		const carrier = await brokerCarrier(address);
		entered.push(carrier);
		return carrier;
	}

	describeWire('a wire', async () => {
		const address = freshRoom();
		const [john, jane] = [await enter(address), await enter(address)];
		return {
			ends: [lineWire(john.line, 'wire', 'john'), lineWire(jane.line, 'wire', 'jane')],
			settle: () => settle(john, jane)
		};
	});

	it.for(CROWDS)(
		'brings each entry of a call to %i who watch one room',
		{ timeout: LONGEST },
		async (count) => {
			beWindow(vi.stubGlobal);
			const address = freshRoom();
			const crowd = await Crowd.for(count);
			let shown: SharedWalk | null = null;
			try {
				const walk = (shown = await showing(address));
				let here = 0;
				const allStand = () => crowd.stands(here, standing(walk));
				const begin = performance.now();
				while (here < count) {
					const coming = Math.min(TOGETHER, count - here);
					await crowd.come(coming, address);
					here += coming;
					await expect.poll(allStand, { timeout: LONGEST, interval: 5 }).toBe(true);
				}
				const allIn = performance.now() - begin;
				const waits: number[] = [];
				for (let press = 0; press < PRESSES; press += 1) {
					const pressed = performance.now();
					const { at } = walk.snapshot.context;
					walk.send({ type: 'next' });
					await expect.poll(() => stands(walk) && walk.snapshot.context.at > at).toBe(true);
					await expect.poll(allStand, { timeout: LONGEST, interval: 2 }).toBe(true);
					waits.push(performance.now() - pressed);
				}
				expect(await crowd.traces()).toEqual(new Set([hashOf(walk.trace.entries)]));
				rows.push({
					watchers: count,
					'all came in, s': Math.round(allIn / 100) / 10,
					'a press has come to the last, ms': Math.round(
						waits.sort((a, b) => a - b)[PRESSES >> 1]!
					),
					'at worst, ms': Math.round(waits.at(-1)!)
				});
			} finally {
				shown?.end();
				crowd.end();
				vi.unstubAllGlobals();
			}
		}
	);
});

afterAll(() => {
	if (rows.length === 0) return;
	console.log(versionOfMosquitto());
	console.table(rows);
});

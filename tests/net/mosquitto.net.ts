import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BrokerRoom, type BrokerAddress } from '../../src/lib/signaling/broker-room';
import { lineWire } from '../../src/lib/signaling/line-wire';
import { newKey } from '../../src/lib/signaling/seal';
import { brokerCarrier } from '../../src/lib/tabs/broker-carrier';
import type { Carrier } from '../../src/lib/tabs/carrier';
import { describeWire } from '../signaling/wire-contract';
import { settle } from '../tabs/on-lines';
import { lacksMosquitto, startMosquitto, versionOfMosquitto } from './mosquitto';

const lacks = lacksMosquitto();
if (lacks.length > 0) console.log(`Mosquitto is left out. It needs ${lacks.join(', ')}.`);
/** Milliseconds in which a crowd is in. */
const LONGEST = 300_000;

/**
 * How many watch at once: how the time grows with them is what is asked. They are all in this one process, where each
 * opens what each says of itself, which on machines of their own each does alone.
 */
const CROWDS = [10, 30, 100];
/** Characters: about as much as a whole call, to its last report. */
const TRACE = 300_000;

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

	it.each(CROWDS)(
		'brings a whole call to %i who watch one room',
		{ timeout: LONGEST },
		async (count) => {
			const address = freshRoom();
			const text = 'x'.repeat(TRACE);
			let whole = 0;
			const hears = {
				said: (_: string, said: string) => void (whole += Number(said === text)),
				claimed() {},
				refused() {},
				away() {},
				interrupted() {}
			};
			const speaker = new BrokerRoom(address, { ...hears, said() {} });
			const watchers = Array.from({ length: count }, () => new BrokerRoom(address, hears));
			try {
				await speaker.enter('');
				const begin = performance.now();
				for (const watcher of watchers) await watcher.enter('');
				const isIn = performance.now();
				speaker.say('', text);
				await expect.poll(() => whole, { timeout: LONGEST, interval: 5 }).toBe(count);
				const all = performance.now() - isIn;
				rows.push({
					watchers: count,
					'all came in, one by one, ms': Math.round(isIn - begin),
					'the last has it, ms': Math.round(all)
				});
			} finally {
				for (const room of [speaker, ...watchers]) room.end();
			}
		}
	);
});

afterAll(() => {
	if (rows.length === 0) return;
	console.log(versionOfMosquitto());
	console.table(rows);
});

import mqtt from 'mqtt';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lineWire } from '../../src/lib/signaling/line-wire';
import { newKey, Seal } from '../../src/lib/signaling/seal';
import { tryBroker } from '../../src/lib/tabs/broker-carrier';
import { describeWire } from '../signaling/wire-contract';
import { startBroker, startOpenBroker } from '../tools/broker';
import { atBroker, broker, enter, entered, freshRoom } from './at-broker';
import { listen, settle } from './on-lines';

atBroker();
// What fails leaves nothing slow behind for those that come after it.
afterEach(() => void vi.restoreAllMocks());

describeWire('a wire over a broker', async () => {
	const address = freshRoom();
	const [john, jane] = [await enter(address), await enter(address)];
	return {
		ends: [lineWire(john.line, 'wire', 'john'), lineWire(jane.line, 'wire', 'jane')],
		settle: () => settle(john, jane)
	};
});

describeWire('a wire over a broker between two seats of one member', async () => {
	const john = await enter();
	return {
		ends: [lineWire(john.line, 'wire', 'john'), lineWire(john.line, 'wire', 'jane')],
		settle: async () => {
			for (let round = 0; round < 4; round += 1) await wait(0);
		}
	};
});

/** What SECURITY.md says of a broker, of whoever has the link and of who has not: “A room for two machines”. */
describe('a room at a broker', () => {
	it('brings what is said on a line to all others on it, and to nobody else', async () => {
		const address = freshRoom();
		const [john, jane, third] = [await enter(address), await enter(address), await enter(address)];
		const other = listen(await enter({ ...address, room: 'another' }));
		const [own, atJane, atThird, elsewhere] = [
			listen(john),
			listen(jane),
			listen(third),
			listen(jane, 'wire')
		];
		for (let number = 0; number < 50; number += 1) own.line.post(`${number}`);
		const all = Array.from({ length: 50 }, (_, number) => `${number}`);
		await expect.poll(() => [atJane.heard, atThird.heard]).toEqual([all, all]);
		expect([own.heard, elsewhere.heard, other.heard]).toEqual([[], [], []]);
	});

	it('spares all others what is meant for whoever holds a lock, and brings it to all where nobody is known to', async () => {
		const address = freshRoom();
		const [john, jane, third] = [await enter(address), await enter(address), await enter(address)];
		const [own, atJane, atThird] = [listen(john), listen(jane), listen(third)];
		await jane.locks.hold('tab/jane');
		await settle(jane, john);
		own.line.post('first');
		own.line.post('for Jane', 'tab/jane');
		own.line.post('for nobody', 'tab/nobody');
		await expect.poll(() => atThird.heard).toEqual(['first', 'for nobody']);
		await expect.poll(() => atJane.heard).toEqual(['first', 'for Jane', 'for nobody']);
		expect([atJane.met.refused, atThird.met.refused, own.heard]).toEqual([0, 0, []]);
	});

	it('brings what is meant for one page to whoever else is on the line there, and to no other', async () => {
		const address = freshRoom();
		const [john, jane] = [await enter(address), await enter(address)];
		const [own, beside, atJane] = [listen(john), listen(john), listen(jane)];
		await john.locks.hold('tab/john');
		await settle(john, jane);
		own.line.post('for John', 'tab/john');
		own.line.post('last');
		await expect.poll(() => atJane.heard).toEqual(['last']);
		expect(beside.heard.slice(-2)).toEqual(['for John', 'last']);
	});

	it('is not entered where no broker answers', async () => {
		const gone = await startBroker();
		await gone.stop();
		await expect(enter({ ...freshRoom(), url: gone.url })).rejects.toThrow(
			`No broker answers at ${gone.url}.`
		);
	});

	it('is entered however long it takes to hear of a crowd', { timeout: 30_000 }, async () => {
		const address = freshRoom();
		for (let member = 0; member < 6; member += 1) await enter(address);
		// A telephone that takes its time: longer than a broker has to say anything at all.
		const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
		vi.spyOn(crypto.subtle, 'decrypt').mockImplementation(async (...sealed) => {
			await wait(1500);
			return decrypt(...sealed);
		});
		const began = performance.now();
		await enter(address);
		expect(performance.now() - began).toBeGreaterThan(8000);
	});

	it('lets a broker and who has no key read nothing of what is said or claimed', async () => {
		const open = await startOpenBroker();
		const address = { ...freshRoom(), url: open.url };
		const spy = await mqtt.connectAsync(open.url);
		const seen: string[] = [];
		spy.on('message', (topic, payload) => seen.push(`${topic} ${payload.toString('latin1')}`));
		await spy.subscribeAsync('#');
		const [john, jane] = [await enter(address), await enter(address)];
		const { heard } = listen(jane);
		await john.locks.hold('seat/john');
		listen(john).line.post('a=ice-ufrag:secret 192.0.2.2');
		await expect.poll(() => heard.length).toBe(1);
		expect(seen.length).toBeGreaterThan(4);
		for (const one of seen) expect(one).not.toMatch(/ufrag|192\.0|seat|john|secret/);
		await spy.endAsync();
		await open.stop();
	});

	it('counts what is wrong, replayed, reordered, oversized or foreign, and hears the rest', async () => {
		const address = freshRoom();
		const [john, jane] = [await enter(address), await enter(address)];
		const { heard, met } = listen(jane);
		const said: Buffer[] = [];
		const stranger = await mqtt.connectAsync(broker.url);
		stranger.on('message', (_, payload) => said.push(payload));
		const topic = `parley/1/${encodeURIComponent(address.room)}/say`;
		await stranger.subscribeAsync(topic);
		const { line } = listen(john);
		line.post('one');
		line.post('two');
		await expect.poll(() => [heard.length, said.length]).toEqual([2, 2]);
		const wrong = said[0]!.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) as Buffer;
		const foreign = Buffer.from(await new Seal(address.room, newKey()).seal('say', 'three'));
		const junk = [said[1]!, said[0]!, wrong, foreign, Buffer.from('{}'), Buffer.alloc(0)];
		for (let number = 0; number < 9_999; number += 1) {
			stranger.publish(topic, junk[number % junk.length]!);
		}
		await stranger.publishAsync(topic, Buffer.alloc(8_000_001));
		line.post('three');
		await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['one', 'two', 'three']);
		await expect.poll(() => met.refused, { timeout: 20_000 }).toBe(10_000);
		await stranger.endAsync();
	});
});

describe('what is meant for one', () => {
	it('opens for nobody else, and once: sent again, or to another, it is counted and changes nothing', async () => {
		const open = await startOpenBroker();
		const address = { ...freshRoom(), url: open.url };
		const spy = await mqtt.connectAsync(open.url);
		const told: { topic: string; payload: Buffer }[] = [];
		spy.on('message', (topic, payload) => {
			if (topic.includes('/to/')) told.push({ topic, payload });
		});
		await spy.subscribeAsync('#');
		const [john, jane, third] = [await enter(address), await enter(address), await enter(address)];
		const [atJane, atThird] = [listen(jane), listen(third)];
		await jane.locks.hold('tab/jane');
		await settle(jane, john);
		const before = told.length;
		listen(john).line.post('a=ice-ufrag:secret', 'tab/jane');
		await expect.poll(() => atJane.heard).toEqual(['a=ice-ufrag:secret']);
		await expect.poll(() => told.length).toBe(before + 1);
		const { topic, payload } = told.at(-1)!;
		expect(payload.toString('latin1')).not.toMatch(/ufrag|secret/);
		const places = [...new Set(told.map((one) => one.topic))];
		expect(places.length).toBeGreaterThan(2);
		for (const place of [...places, topic.replace(/to\/.*/, 'say')]) {
			await spy.publishAsync(place, payload, { qos: 1 });
		}
		// Each of the three was sent it once, and all of them what went to all.
		await expect.poll(() => [atJane.met.refused, atThird.met.refused]).toEqual([2, 2]);
		expect([atJane.heard.length, atThird.heard.length]).toEqual([1, 0]);
		await spy.endAsync();
		for (const carrier of entered.splice(0)) carrier.end();
		await open.stop();
	});
});

describe('a room whose broker begins anew', () => {
	it('tells its members, keeps their locks, and hears the rest', async () => {
		const first = await startBroker();
		const address = { ...freshRoom(), url: first.url };
		const [john, jane] = [await enter(address), await enter(address)];
		const [atJohn, atJane] = [listen(john), listen(jane)];
		const lost: string[] = [];
		await john.locks.hold('host', { lost: () => lost.push('host') });
		await settle(john, jane);
		await first.stop();
		await wait(50);
		const again = await startBroker(first.port);
		await expect
			.poll(() => [atJohn.met.interrupted, atJane.met.interrupted], { timeout: 20_000 })
			.toEqual([1, 1]);
		atJohn.line.post('after');
		await expect.poll(() => atJane.heard).toEqual(['after']);
		const third = await enter(address);
		expect([await jane.locks.held(), await third.locks.held(), lost]).toEqual([
			new Set(['host']),
			new Set(['host']),
			[]
		]);
		await again.stop();
	});
});

describe('a broker that is tried', () => {
	it('says how long a room takes, and keeps nothing of it', async () => {
		const open = await startOpenBroker();
		expect(await tryBroker(open.url)).toBeGreaterThan(0);
		await vi.waitFor(() => expect(open.kept()).toEqual([]));
		await open.stop();
	});

	it.for(['says so', 'closes'] as const)(
		'keeps nothing of it where it lets nobody hear, and %s',
		{ timeout: 20_000 },
		async (deaf) => {
			const broker = await startOpenBroker(deaf);
			// What it handles first, of what comes together, is another now and then.
			for (let count = 0; count < 30; count += 1) {
				await expect(tryBroker(broker.url)).rejects.toThrow('No broker answers');
			}
			await vi.waitFor(() => expect(broker.kept()).toEqual([]));
			await broker.stop();
		}
	);

	it('is none where nobody answers', async () => {
		const gone = await startOpenBroker();
		await gone.stop();
		await expect(tryBroker(gone.url)).rejects.toThrow(`No broker answers at ${gone.url}.`);
	});
});

import mqtt from 'mqtt';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { lineWire } from '../../src/lib/signaling/line-wire';
import { atBroker, broker, enter, freshRoom } from './at-broker';
import { listen, settle } from './on-lines';

atBroker();

/** What SECURITY.md says of who has not the link: “A room for two machines”. */
describe('a flood of what nobody has said', () => {
	it('costs a wire no word, and nobody a place', async () => {
		const address = freshRoom();
		const [john, jane] = [await enter(address), await enter(address)];
		await john.locks.hold('seat/john');
		const [own, other] = [lineWire(john.line, 'wire', 'john'), lineWire(jane.line, 'wire', 'jane')];
		const heard: string[] = [];
		other.listen((text) => heard.push(text));
		const { met } = listen(jane);
		const stranger = await mqtt.connectAsync(broker.url);
		const topic = `parley/1/${encodeURIComponent(address.room)}/say`;
		const words = Array.from({ length: 40 }, (_, number) => `${number}`);
		// A machine that stands still, and has all of it at once when it goes on.
		let goOn!: () => void;
		const stands = new Promise<void>((resolve) => (goOn = resolve));
		const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
		const still = vi.spyOn(crypto.subtle, 'decrypt').mockImplementation(async (...sealed) => {
			await stands;
			return decrypt(...sealed);
		});
		own.send(words[0]!);
		await expect.poll(() => still.mock.calls.length).toBeGreaterThan(0);
		// Two thousand more than may wait to be opened.
		for (let number = 0; number < 22_000; number += 1) stranger.publish(topic, 'junk');
		await stranger.endAsync();
		await expect.poll(() => met.refused, { timeout: 20_000 }).toBeGreaterThan(2000);
		for (const word of words.slice(1)) own.send(word);
		await expect.poll(() => met.refused, { timeout: 20_000 }).toBeGreaterThan(2039);
		still.mockRestore();
		goOn();
		await expect.poll(() => heard, { timeout: 20_000 }).toEqual(words);
		expect(met.away).toBe(0);
		expect(await jane.locks.held()).toEqual(new Set(['seat/john']));
	});
});

describe('a stranger at a broker, who sees every topic', () => {
	/** What stands in the places of a room, as it came. */
	async function stranger(room: string) {
		const client = await mqtt.connectAsync(broker.url);
		const places = new Map<string, Buffer[]>();
		client.on('message', (topic, payload) => {
			places.set(topic, [...(places.get(topic) ?? []), payload]);
		});
		await client.subscribeAsync(`parley/1/${encodeURIComponent(room)}/here/+`);
		return { client, places };
	}

	it('can send nobody away: not by emptying a place, not by filling it, not by another’s will', async () => {
		const address = freshRoom();
		const { client, places } = await stranger(address.room);
		const [john, jane, third] = [await enter(address), await enter(address), await enter(address)];
		const lost: string[] = [];
		await john.locks.hold('host', { lost: () => lost.push('host') });
		await jane.locks.hold('seat/jane', { lost: () => lost.push('seat/jane') });
		await settle(john, third);
		const before = new Map([...places].map(([topic, heard]) => [topic, heard.length]));
		const grown = () => [...places].filter(([topic, heard]) => heard.length > before.get(topic)!);
		third.end();
		await expect.poll(() => grown().length).toBe(1);
		const will = grown()[0]![1].at(-1);
		const held = new Set(['host', 'seat/jane']);
		for (const [topic, heard] of places) {
			for (const bytes of [Buffer.alloc(0), Buffer.from('gone'), will!, ...heard]) {
				await client.publishAsync(topic, bytes, { qos: 1, retain: true });
			}
		}
		await settle(john, jane);
		expect([await john.locks.held(), await jane.locks.held(), lost]).toEqual([held, held, []]);
		// Nor does whoever comes then miss anybody.
		const late = await enter(address);
		await expect.poll(() => late.locks.held()).toEqual(held);
		await client.endAsync();
	});

	it('finds nothing left behind once somebody else has come', async () => {
		const address = freshRoom();
		const john = await enter(address);
		await john.locks.hold('host');
		john.end();
		await enter(address);
		await expect
			.poll(async () => {
				const { client, places } = await stranger(address.room);
				await wait(20);
				await client.endAsync();
				return places.size;
			})
			.toBe(1);
	});
});

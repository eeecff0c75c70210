import mqtt from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newKey } from '../../src/lib/signaling/seal';
import { brokerCarrier } from '../../src/lib/tabs/broker-carrier';
import type { Carrier } from '../../src/lib/tabs/carrier';
import type { Message } from '../../src/lib/tabs/messages';
import { TabChannel } from '../../src/lib/tabs/tab-channel';
import { startBroker, type RunningBroker } from '../tools/broker';

const HERE: Message = {
	type: 'here',
	seats: [],
	doing: 'reading',
	hosting: null,
	deck: 'full',
	ask: false
};

let broker: RunningBroker;
let ends: (() => void)[] = [];
beforeEach(async () => void (broker = await startBroker()));
afterEach(async () => {
	for (const end of ends) end();
	ends = [];
	await broker.stop();
});

const freshRoom = () => ({ url: broker.url, room: `room ${Math.random()}`, key: newKey() });

/** Somebody in a room who says that they are here, and answers strangers by that. */
async function enter(address: ReturnType<typeof freshRoom>) {
	const carrier: Carrier = await brokerCarrier(address);
	const heard: Message[] = [];
	const channel: TabChannel = new TabChannel(carrier, 'a', {
		message(message) {
			heard.push(message);
			return null;
		},
		gone() {},
		otherVersion() {},
		refused() {},
		stranger: () => channel.post(HERE),
		away() {},
		interrupted() {}
	});
	ends.push(() => {
		channel.close();
		carrier.end();
	});
	await channel.open();
	channel.post(HERE);
	return { channel, heard };
}

/** Sends what nobody in a room can open to all who are there. */
async function shout(room: string, times: number) {
	const client = await mqtt.connectAsync(broker.url);
	const topic = `parley/1/${encodeURIComponent(room)}/say`;
	for (let time = 0; time < times; time += 1)
		await client.publishAsync(topic, `${time}`, { qos: 1 });
	await client.endAsync();
}

const wholeRefused = (channel: TabChannel) =>
	Object.values(channel.refused).reduce((sum, count) => sum + count, 0);

describe('somebody with another key of the same room', () => {
	it('is known, and knows it of the other', async () => {
		const address = freshRoom();
		const john = await enter(address);
		expect(john.channel.hearsStrangers).toBe(false);
		const stranger = await enter({ ...address, key: newKey() });
		await expect.poll(() => john.channel.hearsStrangers).toBe(true);
		await expect.poll(() => stranger.channel.hearsStrangers).toBe(true);
		expect([john.heard, stranger.heard]).toEqual([[], []]);
	});

	it('is no matter once somebody comes with the right one, but to itself', async () => {
		const address = freshRoom();
		const john = await enter(address);
		const stranger = await enter({ ...address, key: newKey() });
		await expect.poll(() => john.channel.hearsStrangers).toBe(true);
		const jane = await enter(address);
		await expect.poll(() => john.heard.length).toBeGreaterThan(0);
		john.channel.post(HERE);
		await expect.poll(() => jane.heard.length).toBeGreaterThan(0);
		for (let time = 0; time < 5; time += 1) stranger.channel.post(HERE);
		await expect.poll(() => wholeRefused(jane.channel)).toBeGreaterThan(4);
		expect([john, jane, stranger].map(({ channel }) => channel.hearsStrangers)).toEqual([
			false,
			false,
			true
		]);
	});
});

describe('the noise of a broker', () => {
	it('is no stranger while it is one stray message', async () => {
		const address = freshRoom();
		const john = await enter(address);
		await shout(address.room, 1);
		await expect.poll(() => wholeRefused(john.channel)).toBe(1);
		expect(john.channel.hearsStrangers).toBe(false);
	});

	it('alarms nobody who has been heard, however much it is', async () => {
		const address = freshRoom();
		const [john, jane] = [await enter(address), await enter(address)];
		await expect.poll(() => john.heard.length).toBe(1);
		john.channel.post(HERE);
		await expect.poll(() => jane.heard.length).toBe(1);
		await shout(address.room, 50);
		for (const { channel, heard } of [john, jane]) {
			await expect.poll(() => wholeRefused(channel)).toBe(50);
			expect(channel.hearsStrangers).toBe(false);
			// Nor is it answered.
			expect(heard.length).toBe(1);
		}
	});
});

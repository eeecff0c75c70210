import mqtt from 'mqtt';
import { expect, it } from 'vitest';
import { BrokerRoom } from '../../src/lib/signaling/broker-room';
import type { RoomHearing } from '../../src/lib/signaling/room';
import { inLumps } from '../tools/in-lumps';
import { atBroker, broker, enter, freshRoom } from './at-broker';

atBroker();

/** Whoever enters, and what is claimed by others until then. */
function entering(address: ReturnType<typeof freshRoom>) {
	const claimed = new Map<string, string>();
	let comesBack = () => undefined as void;
	const hearing: RoomHearing = {
		said: () => undefined,
		claimed: (member, claims) => void (claims !== null && claimed.set(member, claims)),
		refused: () => undefined,
		away: () => undefined,
		interrupted: () => comesBack()
	};
	const room = new BrokerRoom(address, hearing);
	return {
		room,
		others: () => [...claimed.keys()].filter((one) => one !== room.member).length,
		/** Once the broker is found again. */
		back: () => new Promise<void>((resolve) => (comesBack = resolve))
	};
}

// A broker handles together what comes together: then an own word is back before it has told who is there.
it.each(Array.from({ length: 10 }, (_, number) => number))(
	'who enters a room has heard of everybody in it, also where all that is said arrives at once (%d)',
	async () => {
		const address = freshRoom();
		for (let member = 0; member < 6; member += 1) await enter(address);
		const way = await inLumps(broker.port, 20);
		const { room, others } = entering({ ...address, url: `ws://127.0.0.1:${way.port}/mqtt` });
		await room.enter('');
		expect(others()).toBe(6);
		room.end();
		await way.close();
	}
);

// Anybody may write into a place, and does so before its owner listens.
it.each([
	['empties', Buffer.alloc(0)],
	['overwrites', Buffer.from('junk')]
])('who enters a room is in, though a stranger %s the place at once', async (_, junk) => {
	const address = freshRoom();
	for (let member = 0; member < 2; member += 1) await enter(address);
	// What the stranger does is there before the owner’s next word.
	const way = await inLumps(broker.port, 50);
	const { room, others } = entering({ ...address, url: `ws://127.0.0.1:${way.port}/mqtt` });
	const stranger = await mqtt.connectAsync(broker.url);
	let isDone = false;
	stranger.on('message', (topic, payload) => {
		if (isDone || !topic.endsWith(room.member) || payload.equals(junk)) return;
		isDone = true;
		stranger.publish(topic, junk, { qos: 1, retain: true });
	});
	await stranger.subscribeAsync(`parley/1/${encodeURIComponent(address.room)}/here/+`);
	await room.enter('');
	expect([isDone, others()]).toEqual([true, 2]);
	room.end();
	await stranger.endAsync();
	await way.close();
});

it('who is torn away and comes back is told of whoever came meanwhile, also where all arrives at once', async () => {
	const address = freshRoom();
	await enter(address);
	const way = await inLumps(broker.port, 20);
	const { room, others, back } = entering({ ...address, url: `ws://127.0.0.1:${way.port}/mqtt` });
	await room.enter('');
	const isBack = back();
	way.tear();
	for (let member = 0; member < 4; member += 1) await enter(address);
	await isBack;
	expect(others()).toBe(5);
	room.end();
	await way.close();
});

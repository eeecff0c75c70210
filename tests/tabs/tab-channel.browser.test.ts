import { afterEach, describe, expect, it } from 'vitest';
import { broadcastCarrier } from '../../src/lib/tabs/carrier';
import { channelName } from '../../src/lib/tabs/channel-name';
import { tabLock, TabLocks } from '../../src/lib/tabs/locks';
import type { Message } from '../../src/lib/tabs/messages';
import { TabChannel } from '../../src/lib/tabs/tab-channel';

let rooms = 0;
let opened: TabChannel[] = [];
afterEach(() => {
	for (const channel of opened) channel.close();
	opened = [];
});

/** A tab in a room, and what it has heard. */
async function tab(room: string, site = 'a') {
	const heard: Message[] = [];
	const gone: string[] = [];
	const met = { otherVersion: false };
	const channel = new TabChannel(broadcastCarrier(room), site, {
		message(message) {
			heard.push(message);
			return null;
		},
		gone: (id) => gone.push(id),
		away: () => {},
		otherVersion: () => (met.otherVersion = true),
		refused: () => {},
		stranger: () => {},
		interrupted: () => {}
	});
	opened.push(channel);
	await channel.open();
	return { channel, heard, gone, met };
}

const freshRoom = () => `channel ${(rooms += 1)} ${Math.random()}`;
const HERE: Message = {
	type: 'here',
	seats: [],
	doing: 'reading',
	hosting: null,
	deck: 'full',
	ask: false
};

describe('the channel of a room', () => {
	it('brings what a tab says to the others, in order, and not to itself', async () => {
		const room = freshRoom();
		const one = await tab(room);
		const other = await tab(room);
		one.channel.post(HERE);
		one.channel.post({ ...HERE, ask: true });
		await expect.poll(() => other.heard).toEqual([HERE, { ...HERE, ask: true }]);
		expect(one.heard).toEqual([]);
	});

	it('has nothing to do with another room', async () => {
		const one = await tab(freshRoom());
		const room = freshRoom();
		const [other, third] = [await tab(room), await tab(room)];
		one.channel.post(HERE);
		other.channel.post({ ...HERE, ask: true });
		await expect.poll(() => third.heard).toEqual([{ ...HERE, ask: true }]);
		expect(one.heard).toEqual([]);
	});

	it('tells at once when a tab is gone', async () => {
		const room = freshRoom();
		const one = await tab(room);
		const other = await tab(room);
		one.channel.post(HERE);
		await expect.poll(() => other.heard.length).toBe(1);
		one.channel.close();
		await expect.poll(() => other.gone).toEqual([one.channel.id]);
	});

	it('leaves aside what nobody who is here has said', async () => {
		const room = freshRoom();
		const one = await tab(room);
		const stranger = new BroadcastChannel(channelName(room));
		const from = crypto.randomUUID();
		const said = { parley: 1, site: 'a', from, number: 1, message: HERE };
		for (let count = 0; count < 5; count += 1) stranger.postMessage(JSON.stringify(said));
		await expect.poll(() => one.channel.refused.unknown).toBe(5);
		expect(one.heard).toEqual([]);
		stranger.close();
	});

	it('leaves aside what was heard before, and what is malformed', async () => {
		const room = freshRoom();
		const one = await tab(room);
		const other = await tab(room);
		const overheard: string[] = [];
		const ear = new BroadcastChannel(channelName(room));
		ear.onmessage = ({ data }) => overheard.push(data as string);
		one.channel.post(HERE);
		await expect.poll(() => other.heard.length).toBe(1);
		await expect.poll(() => overheard.length).toBe(1);
		ear.postMessage(overheard[0]);
		ear.postMessage({ parley: 1 });
		await expect.poll(() => other.channel.refused).toMatchObject({ malformed: 1, old: 1 });
		expect(other.heard.length).toBe(1);
		ear.close();
	});

	it('takes nothing from another version of the site but that it is here', async () => {
		const room = freshRoom();
		const one = await tab(room, 'old');
		const other = await tab(room, 'new');
		one.channel.post(HERE);
		await expect.poll(() => other.met.otherVersion).toBe(true);
		expect(other.heard).toEqual([]);
	});
});

describe('the locks of a room', () => {
	it('let one holder in at a time, and the next when it goes', async () => {
		const locks = new TabLocks(freshRoom());
		const release = await locks.hold('seat/john');
		expect(await locks.holdIfFree('seat/john', 50)).toBe(null);
		expect(await locks.held()).toEqual(new Set(['seat/john']));
		const next = locks.hold('seat/john');
		release();
		(await next)();
		await expect.poll(() => locks.held()).toEqual(new Set());
	});

	it('say when a lock is free', async () => {
		const locks = new TabLocks(freshRoom());
		const release = await locks.hold(tabLock('a'));
		let isFree = false;
		void locks.whenFree(tabLock('a'), new AbortController().signal).then(() => (isFree = true));
		expect(isFree).toBe(false);
		release();
		await expect.poll(() => isFree).toBe(true);
	});
});

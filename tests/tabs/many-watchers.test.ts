import mqtt from 'mqtt';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newKey } from '../../src/lib/signaling/seal';
import type { SharedWalk } from '../../src/lib/tabs/shared-walk';
import { startOpenBroker } from '../tools/broker';
import { beWindow, isLike, watching } from './onlooker';
import { showing, walkToEnd } from './watching';

let broker: Awaited<ReturnType<typeof startOpenBroker>>;
let walks: SharedWalk[] = [];
beforeEach(async () => {
	beWindow(vi.stubGlobal);
	broker = await startOpenBroker();
});
afterEach(async () => {
	for (const walk of walks) walk.end();
	walks = [];
	await broker.stop();
	vi.unstubAllGlobals();
});

/** What passes the broker: how much to all, how much to one, and how many bytes. */
async function spy() {
	const client = await mqtt.connectAsync(broker.url);
	const passed = { all: 0, one: 0, bytes: 0 };
	client.on('message', (topic, payload, { retain }) => {
		// What was kept of those who are here already comes to the spy alone.
		if (retain) return;
		passed[/\/to\/[0-9a-f]+$/.test(topic) ? 'one' : 'all'] += 1;
		passed.bytes += payload.length;
	});
	await client.subscribeAsync('#');
	return { passed, end: () => client.endAsync() };
}

it('who comes to watch has the whole call, and costs those who watch already next to nothing', async () => {
	const address = { url: broker.url, room: 'hall', key: newKey() };
	const shown = await showing(address);
	walks.push(shown);
	await walkToEnd(shown);
	const costs: { all: number; one: number; bytes: number }[] = [];
	for (let count = 0; count < 12; count += 1) {
		const { passed, end } = await spy();
		const watcher = await watching(address);
		walks.push(watcher);
		await expect.poll(() => isLike(watcher, shown)).toBe(true);
		// All that are here have answered by then.
		await expect.poll(() => watcher.view.spectators).toBe(count);
		await end();
		costs.push({ ...passed });
	}
	expect(walks.map(({ trace }) => trace.entries)).toEqual(walks.map(() => shown.trace.entries));
	const whole = JSON.stringify(shown.trace.entries).length;
	for (const [others, { all, one, bytes }] of [...costs.entries()].slice(1)) {
		// What it claims as it comes, and that it is here: however many are here already.
		expect(all, `with ${others} others`).toBeLessThanOrEqual(7);
		// That it enters, what it asks of the host, what that answers, and one word of each who is here.
		expect(one, `with ${others} others`).toBeLessThanOrEqual(10 + others);
		expect(bytes, `with ${others} others`).toBeLessThan(whole / 12 + 400 * others);
	}
});

it('whoever runs a walk in which nothing happens is not asked by each who watches whether it is there', async () => {
	const address = { url: broker.url, room: 'hall', key: newKey() };
	const shown = await showing(address);
	walks.push(shown);
	for (let count = 0; count < 12; count += 1) walks.push(await watching(address));
	await expect.poll(() => walks.every((walk) => isLike(walk, shown))).toBe(true);
	const { passed, end } = await spy();
	await wait(6000);
	await end();
	// It is missed every two seconds, and then by whoever looks first.
	expect(passed.one).toBeLessThan(walks.length);
	expect(passed.all).toBeGreaterThan(0);
	for (const walk of walks) expect(walk.view.hostIsSilent).toBe(false);
});

import { connect } from 'node:net';
import mqtt, { type IClientOptions } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startBroker, type RunningBroker } from '../tools/broker';

let broker: RunningBroker;
beforeEach(async () => void (broker = await startBroker()));
afterEach(() => broker.stop());

const ROOM = 'parley/1/room';
const MEMBER = 'ab'.repeat(16);
const AGAIN: IClientOptions = { reconnectPeriod: 0 };

/** The first line of what the server says to some bytes; '' where it only closes. */
function answerTo(text: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect(broker.port, '127.0.0.1', () => socket.write(text));
		let heard = '';
		socket.on('data', (bytes) => (heard += bytes.toString('latin1')));
		socket.on('close', () => resolve(heard.split('\r\n')[0]!));
		socket.on('error', reject);
	});
}

/** Asks for another protocol, and is gone before it is answered. */
async function askAndTear(text: string): Promise<void> {
	await new Promise<void>((resolve) => {
		const socket = connect(broker.port, '127.0.0.1', () => {
			socket.write(text, () => {
				socket.resetAndDestroy();
				resolve();
			});
		});
		socket.on('error', () => resolve());
	});
}

const upgradeOf = (path: string, headers: Record<string, string> = {}) =>
	[
		`GET ${path} HTTP/1.1`,
		...Object.entries({
			Host: `127.0.0.1:${broker.port}`,
			Connection: 'Upgrade',
			Upgrade: 'websocket',
			'Sec-WebSocket-Version': '13',
			'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
			'Sec-WebSocket-Protocol': 'mqtt',
			...headers
		}).map(([name, value]) => `${name}: ${value}`),
		'\r\n'
	].join('\r\n');

/** Whether two who talk in a room hear each other. */
async function expectGood(): Promise<void> {
	const [john, jane] = [await mqtt.connectAsync(broker.url), await mqtt.connectAsync(broker.url)];
	const heard: string[] = [];
	jane.on('message', (_, payload) => heard.push(payload.toString()));
	await jane.subscribeAsync(`${ROOM}/say`);
	await john.publishAsync(`${ROOM}/say`, 'Hello', { qos: 1 });
	await expect.poll(() => heard).toEqual(['Hello']);
	await Promise.all([john.endAsync(), jane.endAsync()]);
}

describe('the broker beside a site', () => {
	it('survives whoever asks for what is no path, and whoever is gone before the answer', async () => {
		for (const path of ['//', '///', '/mqtt', '/other', '*', '/mqtt?', 'http://', '/%']) {
			for (const origin of ['http://evil.example', 'null', `http://127.0.0.1:${broker.port}`]) {
				await askAndTear(upgradeOf(path, { Origin: origin }));
			}
			await askAndTear(upgradeOf(path));
			await askAndTear(upgradeOf(path, { 'Sec-WebSocket-Key': 'none' }));
		}
		await expectGood();
	});

	it('answers as if nobody had wished for another protocol, where it speaks none', async () => {
		for (const path of ['/', '//', '/other', '/mqtt/more', '/mqttx']) {
			expect(await answerTo(upgradeOf(path)), path).toBe('HTTP/1.1 200 OK');
			expect(await answerTo(upgradeOf(path, { Upgrade: 'h2c' })), path).toBe('HTTP/1.1 200 OK');
		}
	});

	it.each([
		['http://evil.example', 'evil.example', 403],
		['http://evil.example', '127.0.0.1', 403],
		['null', '127.0.0.1', 403],
		// A name of somebody else that leads here by DNS.
		['http://rebound.example:80', 'rebound.example:80', 403],
		['http://localhost.evil.example', 'localhost.evil.example', 403],
		['http://127.0.0.1', '127.0.0.1', 101],
		['http://localhost', 'localhost', 101],
		['https://[::1]:4173', '[::1]:4173', 101],
		['http://parley.localhost:4173', 'parley.localhost:4173', 101],
		['https://hall.example', 'hall.example', 101]
	])('lets pages of %s, which ask for %s, in or not: %i', async (origin, host, status) => {
		const socket = new WebSocket(broker.url, 'mqtt', { headers: { origin, host } });
		const got = await new Promise<number>((resolve, reject) => {
			socket.on('upgrade', ({ statusCode }) => resolve(statusCode!));
			socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode!));
			socket.on('error', reject);
		});
		expect(got).toBe(status);
		socket.on('error', () => undefined);
		socket.terminate();
	});

	it('lets nobody hear of rooms whose names he does not know', async () => {
		const client = await mqtt.connectAsync(broker.url);
		for (const topic of [
			'#',
			'$SYS/#',
			'parley/#',
			'parley/1/+/say',
			'+/+/+/say',
			`${ROOM}/#`,
			`${ROOM}/to/+`
		]) {
			await expect(client.subscribeAsync(topic), topic).rejects.toThrow();
		}
		const known = [
			`${ROOM}/say`,
			`${ROOM}/to/${MEMBER}`,
			`${ROOM}/here/+`,
			'parley/1/a%20room/say'
		];
		for (const topic of known) {
			await expect(client.subscribeAsync(topic), topic).resolves.toHaveLength(1);
		}
		await client.endAsync();
	});

	it.each([
		['other', 'what', false],
		['$SYS/what', 'what', false],
		[`${ROOM}/say`, 'kept', true],
		[`${ROOM}/to/${MEMBER}`, 'kept', true],
		[`${ROOM}/to/me`, 'what', false],
		[`${ROOM}/here/${MEMBER}`, 'not kept', false],
		[`${ROOM}/here/me`, 'what', true],
		[`${ROOM}/here/${MEMBER}`, 'x'.repeat(70_000), true]
	])('lets go who says in %s what is not said there', async (topic, text, retain) => {
		const client = await mqtt.connectAsync(broker.url, AGAIN);
		const gone = new Promise<void>((resolve) => client.once('close', () => resolve()));
		client.on('error', () => undefined);
		client.publish(topic, text, { qos: 1, retain });
		await gone;
		await expectGood();
	});

	it('keeps nothing for who is away, nor a will for where nothing is kept', async () => {
		const will = { topic: 'other', payload: Buffer.from('gone'), qos: 1 as const, retain: true };
		const wishes: IClientOptions[] = [{ clean: false, clientId: 'one' }, { will }];
		for (const options of wishes) {
			const connecting = mqtt.connectAsync(broker.url, { ...AGAIN, ...options }, false);
			await expect(connecting).rejects.toThrow();
		}
	});

	it('waits for no packet that is longer than one may be, however it is cut', async () => {
		const first = Buffer.from([0x10, 0xff, 0xff, 0x7f, ...new Array<number>(100).fill(0)]);
		for (const frames of [[first], [...first].map((byte) => Buffer.from([byte]))]) {
			const socket = new WebSocket(broker.url, 'mqtt');
			await new Promise((resolve) => socket.on('open', resolve));
			const gone = new Promise((resolve) => socket.on('close', resolve));
			for (const frame of frames) socket.send(frame);
			await gone;
		}
		await expectGood();
	});
});

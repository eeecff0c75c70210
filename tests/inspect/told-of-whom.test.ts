import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { findingsOf, mattersIn } from './concluded';
import { issue } from './issue';

const FAILED = 'ice.told-failed';

describe('no state of a call is read out of that of', () => {
	it.for([
		'WebSocket connection state: failed',
		'[WebSocket] connectionState: failed',
		'ws.connectionState = failed',
		'[signaling] connection state: failed',
		'Signaling connection state changed to failed',
		'SignalR: connection state changed to failed',
		'hubConnection connectionState: failed',
		'socket.io connection state -> failed',
		'Redis connection state: failed',
		'database connection state: failed',
		'server connection state: failed',
		'mqtt client connectionState: failed',
		'connection state: failed (WebSocket)',
		'connection state: failed for wss://example.org/ws',
		'{"service":"redis","event":"connectionstatechange","state":"failed"}',
		'{"connectionState":"failed","service":"websocket"}'
	])('%s', async (line) => {
		expect(await mattersIn(issue('connectionState: connected', line))).toEqual([]);
		expect(await mattersIn(issue(line))).toEqual([]);
		const up = line.replace('failed', 'connected');
		expect(await mattersIn(issue('iceConnectionState: failed', up))).toEqual([FAILED]);
	});
});

describe('a state is one of a call', () => {
	it.for([
		'socket.js:42 connectionState: failed',
		'websocket-client.ts:10 connectionState: failed',
		'WebSocket: peer connection state: failed',
		'WebSocket message: {"peerId":"bob","connectionState":"failed"}',
		'ws connected, pc.connectionState failed',
		'[12:00:01] connectionState: failed, signaling state: stable',
		'INFO github.com/example/app Connection state changed: failed',
		'server.go:12: Connection State has changed failed'
	])('%s', async (line) => {
		expect(await mattersIn(issue(line))).toEqual([FAILED]);
	});
});

/** Two connections in one log: how each tells of itself, by its name. */
const NAMED: readonly (readonly [of: string, one: string, other: string, line: string])[] = [
	['tags', 'alice-bob', 'alice-carol', '[NAME] iceConnectionState: STATE'],
	['tags of two words', 'conn bob', 'conn carol', '[NAME] iceConnectionState changed: STATE'],
	['tags behind a time', 'bob', 'carol', '[12:00:01.5] [INFO] (NAME) connectionState → STATE'],
	['peers', 'peer bob', 'peer carol', 'NAME: connectionState STATE'],
	['names', 'bob', 'carol', 'NAME: iceConnectionState STATE'],
	['numbers', 'pc1', 'pc2', 'NAME.iceConnectionState: STATE'],
	['roles', 'publisher', 'subscriber', 'NAME connectionState: STATE'],
	['transports', 'sendTransport', 'recvTransport', 'NAME connectionstatechange STATE'],
	['transports in words', 'send transport', 'recv transport', 'NAME connection state: STATE'],
	['members', 'bob', 'carol', '{"peerId":"NAME","iceConnectionState":"STATE"}'],
	[
		'members behind',
		'bob',
		'carol',
		'{"event":"iceconnectionstatechange","state":"STATE","peer":"NAME"}'
	],
	['words behind', 'peer bob', 'peer carol', 'ICE connection state changed to STATE for NAME'],
	['connections', 'conn 7', 'conn 8', '[NAME] ICE connection state: STATE'],
	[
		'handles of Janus',
		'8790230457909933',
		'1423958209485761',
		'[NAME] Component state changed for component 1 in stream 1: 3 (STATE)'
	]
];

describe('of several connections that have names, each has its own course:', () => {
	const told = (line: string, name: string, ...states: readonly string[]) =>
		states.map((state) => line.replace('NAME', name).replace('STATE', state));

	it.for(NAMED)('%s', async ([, one, other, line]) => {
		const lost = told(line, one, 'checking', 'failed');
		const there = told(line, other, 'checking', 'connected');
		for (const log of [
			[...lost, ...there],
			[...there, ...lost],
			[lost[0]!, there[0]!, lost[1]!, there[1]!]
		]) {
			const [first, ...others] = await findingsOf(log.join('\n'));
			expect(first?.id).toBe(FAILED);
			expect(first?.claim).toContain(`the connection “${one}”, one of 2, failed`);
			expect(others).toEqual([]);
			expect(await mattersIn(issue(...log))).toEqual([FAILED]);
		}
	});

	it.for(NAMED)(
		'%s, and none failed that came back, or was closed',
		async ([, one, other, line]) => {
			const log = [
				...told(line, one, 'checking', 'failed', 'connected'),
				...told(line, other, 'checking', 'connected', 'closed')
			];
			expect(await mattersIn(log.join('\n'))).toEqual([]);
		}
	);

	it.for(NAMED)('%s, and both failed', async ([, one, other, line]) => {
		const log = [
			...told(line, one, 'checking', 'failed'),
			...told(line, other, 'checking', 'failed')
		];
		const [first, ...others] = await findingsOf(log.join('\n'));
		expect(first?.claim).toBe(
			`Both connections (“${one}”, “${other}”) failed and never came about.`
		);
		expect(others).toEqual([]);
	});

	it('by names that have a number, where both were there at once', async () => {
		const line = (name: string, state: string) => `[${name}] connectionState: ${state}`;
		const log = [
			line('room-1', 'connecting'),
			line('room-2', 'connecting'),
			line('room-1', 'failed'),
			line('room-2', 'connected')
		];
		const [first] = await findingsOf(log.join('\n'));
		expect(first?.claim).toContain('the connection “room-1”, one of 2, failed');
		// It is known by what its lines are called alone.
		expect(first?.isCertain).toBe(false);
		expect((await findingsOf('connectionState: failed'))[0]?.isCertain).not.toBe(false);
	});

	it('of which one that is told once', async () => {
		const log = '[alice-bob] connectionState: failed\n[alice-carol] connectionState: connected';
		expect((await findingsOf(log))[0]?.claim).toContain('“alice-bob”');
	});
});

describe('of several that failed is said how many did, and how:', () => {
	const log = (courses: Readonly<Record<string, readonly string[]>>) =>
		Object.entries(courses).flatMap(([name, states]) =>
			states.map(
				(state) => `[${name}] ${state.includes(' ') ? state : `connectionState: ${state}`}`
			)
		);
	const claims = async (...lines: readonly string[]) =>
		(await findingsOf(lines.join('\n')))
			.filter(({ id }) => id === FAILED)
			.map(({ claim }) => claim);

	it('two of three', async () => {
		const lines = log({
			alice: ['connecting', 'failed'],
			bob: ['connecting', 'connected'],
			carol: ['connecting', 'failed']
		});
		const said = ['Two of 3 connections (“alice”, “carol”) failed and never came about.'];
		expect(await claims(...lines)).toEqual(said);
		expect(await claims(issue(...lines))).toEqual(said);
	});

	it('each in a way of its own', async () => {
		const lines = log({
			alice: ['connecting', 'failed'],
			bob: ['connecting', 'connected', 'failed'],
			carol: ['connecting', 'iceConnectionState: connected', 'failed'],
			dave: ['connecting', 'connected', 'failed']
		});
		const said = [
			'What was pasted says itself that the connection “alice”, one of 4, failed and never came about.',
			'Two of 4 connections (“bob”, “dave”), once there, became failed.',
			'What was pasted says itself that the connection “carol”, one of 4, failed, though ICE had found a path.'
		];
		expect(await claims(...lines)).toEqual(said);
		expect(await claims(issue(...lines))).toEqual(said);
	});

	it('all, of which some are named', async () => {
		const names = ['a-b', 'a-c', 'a-d', 'a-e', 'a-f'];
		const lines = log(Object.fromEntries(names.map((name) => [name, ['connecting', 'failed']])));
		expect(await claims(...lines)).toEqual([
			'All 5 connections (“a-b”, “a-c”, “a-d”, 2 more) failed and never came about.'
		]);
	});

	it('one that has no name', async () => {
		expect(await claims('connectionState: connected', 'connectionState: failed')).toEqual([
			'What was pasted says itself that the connection, once there, became failed.'
		]);
	});
});

describe('a connection that came back is the same one', () => {
	it.for([
		['without a name', 'iceConnectionState: failed', 'iceConnectionState: connected'],
		['by one name', '[bob] iceConnectionState: failed', '[bob] iceConnectionState: connected'],
		['named once', '[bob] iceConnectionState: failed', 'iceConnectionState: connected'],
		['named later', 'iceConnectionState: failed', '[bob] iceConnectionState: connected'],
		[
			'in levels of a log',
			'[ERROR] iceConnectionState: failed',
			'[INFO] iceConnectionState: connected'
		],
		[
			'in times',
			'[12:00:01] iceConnectionState: failed',
			'[12:00:02] iceConnectionState: connected'
		],
		[
			'in seconds',
			'[1430371965] iceConnectionState: failed',
			'[1430371966] iceConnectionState: connected'
		],
		[
			'in numbers of lines',
			'[100234] iceConnectionState: failed',
			'[100235] iceConnectionState: connected'
		],
		[
			'in places',
			'[a.js:12] iceConnectionState: failed',
			'[b.js:17] iceConnectionState: connected'
		],
		[
			'in parts of a program',
			'[RtcService] iceConnectionState: failed',
			'[VideoCall] connectionState: connected'
		],
		['of ICE and of all', '[ICE] connection state: failed', '[PC] connection state: connected'],
		[
			'in the call that was tried again',
			'call 1: iceConnectionState: failed',
			'call 2: iceConnectionState: connected'
		],
		[
			'in attempts',
			'try1: iceConnectionState: checking\ntry1: iceConnectionState: failed',
			'try2: iceConnectionState: checking\ntry2: iceConnectionState: connected'
		],
		[
			'in requests',
			'[request-1a2b3c] connectionState: failed',
			'[request-9f8e7d] connectionState: connecting\n[request-9f8e7d] connectionState: connected'
		],
		[
			'in jobs, one after the other',
			'[job-17] connectionState: connecting\n[job-17] connectionState: failed',
			'[job-18] connectionState: connecting\n[job-18] connectionState: connected'
		],
		[
			'in threads',
			'[pool-2-thread-1] ICE connection state: connected\n[pool-2-thread-4] ICE connection state: failed',
			'[pool-2-thread-5] ICE connection state: checking\n[NetworkThread] ICE connection state: connected'
		],
		['old and new', 'old connectionState: failed', 'new connectionState: connected']
	])('%s', async ([, failed, up]) => {
		expect(await mattersIn(`${failed}\n${up}`)).toEqual([]);
		expect((await findingsOf(`${up}\n${failed}`))[0]?.id).toBe(FAILED);
	});
});

describe('the state of a transport is read as what it is:', () => {
	it.for([
		['dtlsTransport state: failed', 'told.dtls-failed'],
		['sender.transport DTLS transport state changed to failed', 'told.dtls-failed'],
		['dtlsTransport.state = "failed"', 'told.dtls-failed'],
		['sctp transport state failed', 'told.sctp-failed'],
		['sctpTransport.state: failed', 'told.sctp-failed'],
		['SCTP state: failed', 'told.sctp-failed'],
		['iceTransport state: failed', FAILED],
		['RTCIceTransport state changed to failed', FAILED]
	])('%s', async ([line, id]) => {
		expect(await mattersIn(issue('iceConnectionState: connected', line!))).toEqual([id]);
		expect(await mattersIn(line!)).toEqual([id]);
		const up = line!.replace('failed', 'connected');
		expect(await mattersIn(issue('iceConnectionState: connected', up))).toEqual([]);
	});

	it('and only that of DTLS says that there is a connection', async () => {
		const [first] = await findingsOf('dtlsTransport state: connected');
		expect(first?.claim).toContain('the connection is there');
		expect(await findingsOf('sctp transport state: connected')).toEqual([]);
	});
});

it('names take time in proportion to the length of what has them', () => {
	for (const unit of [
		'[a-b] connectionState: failed\n',
		'[bob] ',
		'peer bob',
		'websocket ',
		'redis ('
	]) {
		const make = (count: number) => `${unit.repeat(count)} connectionState: failed`;
		expect(costOfLength(make, 1000, recognise)).toBeLessThan(8);
	}
});

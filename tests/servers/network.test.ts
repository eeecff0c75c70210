import { describe, expect, it } from 'vitest';
import { configurationJson } from '../../src/lib/rtc/json';
import { faultOfPolicy, faultOfPool } from '../../src/lib/servers/choices';
import type { IceServer } from '../../src/lib/servers/ice-server';
import { configurationOf, isNetwork, NOTHING_SET } from '../../src/lib/servers/network';
import { faultsOfServer, sentenceOf } from '../../src/lib/servers/server';

const STUN: IceServer = { urls: ['stun:stun.example.org'], username: '', credential: '' };
const TURN: IceServer = { urls: ['turn:turn.example.org'], username: 'ada', credential: 'pw' };

describe('what a connection is made with', () => {
	it('is nothing where nothing is set', () => expect(configurationOf(NOTHING_SET)).toBeNull());

	it('is what was set, and no more', () => {
		expect(configurationOf({ ...NOTHING_SET, servers: [STUN, TURN], poolSize: 1 })).toEqual({
			iceServers: [
				{ urls: ['stun:stun.example.org'] },
				{ urls: ['turn:turn.example.org'], username: 'ada', credential: 'pw' }
			],
			iceCandidatePoolSize: 1
		});
		expect(configurationOf({ ...NOTHING_SET, policy: 'relay', bundle: 'max-bundle' })).toEqual({
			iceTransportPolicy: 'relay',
			bundlePolicy: 'max-bundle'
		});
	});

	it('is doubted where relays alone are to be used and nobody gives one', () => {
		expect(faultOfPolicy({ ...NOTHING_SET, policy: 'relay', servers: [STUN] })?.says).toMatch(
			/no connection can come about/
		);
		expect(faultOfPolicy({ ...NOTHING_SET, policy: 'relay', servers: [TURN] })).toBeNull();
		expect(faultOfPolicy(NOTHING_SET)).toBeNull();
	});

	it.each(['', '-1', '256', '1.5', 'one', '0x1'])('has no pool of %j', (written) => {
		expect(faultOfPool(written)?.id).toBe('servers.pool');
	});
	it.each(['0', '1', '255', ' 2 '])('may have a pool of %j', (written) => {
		expect(faultOfPool(written)).toBeNull();
	});

	it('has no credential where it is written down, and is else as it was', () => {
		const given = configurationOf({ ...NOTHING_SET, servers: [STUN, TURN] })!;
		const written = configurationJson(given);
		expect(JSON.stringify(written)).not.toContain('pw');
		expect(written).toEqual({
			iceServers: [
				{ urls: ['stun:stun.example.org'] },
				{ urls: ['turn:turn.example.org'], username: 'ada', credential: '(hidden)' }
			]
		});
		expect(given.iceServers![1]!.credential).toBe('pw');
		for (const other of [null, {}, { iceServers: 1 }, { iceServers: [null, 'x'] }]) {
			expect(configurationJson(other)).toEqual(other);
		}
		expect(configurationJson(undefined)).toBeNull();
	});
});

describe('a server', () => {
	it.each([
		[STUN, []],
		[TURN, []],
		[{ ...TURN, username: '' }, ['servers.no-credentials']],
		[{ ...TURN, credential: '' }, ['servers.no-credentials']],
		[{ ...STUN, urls: [] }, ['servers.no-urls']],
		[{ ...TURN, urls: ['turn:a:443', 'turn:'] }, ['servers.no-host', 'servers.port-443-over-udp']],
		[{ ...TURN, urls: STUN.urls }, ['servers.stun-with-credentials']]
	])('%j: %j', (server, ids) => expect(faultsOfServer(server).map(({ id }) => id)).toEqual(ids));

	it('says of which field it is', () => {
		const [fault] = faultsOfServer({ ...TURN, credential: '' });
		expect(fault).toMatchObject({ of: 'credential', url: 'turn:turn.example.org' });
		expect(sentenceOf(fault!)).toBe(
			'“turn:turn.example.org” is a TURN server and has no credential: the constructor throws an InvalidAccessError.'
		);
	});
});

describe('what was kept', () => {
	it('is taken where it is what one may set', () => {
		expect(isNetwork({ ...NOTHING_SET, servers: [STUN, TURN] })).toBe(true);
	});
	it.each([
		null,
		[],
		'x',
		{},
		{ ...NOTHING_SET, policy: 'none' },
		{ ...NOTHING_SET, bundle: 'x' },
		{ ...NOTHING_SET, poolSize: '1' },
		{ ...NOTHING_SET, servers: [{ ...STUN, urls: [1] }] },
		{ ...NOTHING_SET, servers: [null] },
		{ ...NOTHING_SET, servers: [{ ...TURN, credential: 1 }] }
	])('is left where it is not: %j', (value) => expect(isNetwork(value)).toBe(false));
});

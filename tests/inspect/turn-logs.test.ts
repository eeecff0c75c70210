import { describe, expect, it } from 'vitest';
import { findingsOf } from './concluded';

describe('of what coturn logs of a login is told', () => {
	const line = (user: string, what: string) =>
		`13: : session 001: realm <example.org> user <${user}>: incoming packet ${what}\n`;
	const ASKED = line('', 'message processed, error 401: Unauthorized');
	const GIVEN = line('bob', 'ALLOCATE processed, success');
	const REFUSED = line('bob', 'message processed, error 401: Unauthorized');
	const idsOf = async (text: string) => (await findingsOf(text)).map(({ id }) => id);

	it.for([
		['that it was given, which it asks for first', ASKED + GIVEN, ['told.coturn-allocated']],
		[
			'that it was refused, and not that it was asked for',
			ASKED + REFUSED,
			['told.coturn-unauthorized']
		],
		['that it was given in the end', ASKED + REFUSED + ASKED + GIVEN, ['told.coturn-allocated']],
		[
			'that it was given, and not what somebody else is asked for',
			GIVEN + ASKED,
			['told.coturn-allocated']
		],
		['that it was asked for, and never came', ASKED, ['told.coturn-asked']],
		[
			'that it was given to a login that had expired, and was made anew',
			line('1700000000:bob', 'message processed, error 401: Unauthorized') +
				line('1700009999:bob', 'ALLOCATE processed, success'),
			['told.coturn-allocated']
		],
		[
			'that it was given when there was room again',
			line('bob', 'ALLOCATE processed, error 486: Allocation Quota Reached') + GIVEN,
			['told.coturn-allocated']
		],
		[
			'what failed, below thousands that were given',
			line('eve', 'ALLOCATE processed, error 486: x') + GIVEN.repeat(2000),
			['told.coturn-full']
		]
	] as const)('%s', async ([, text, ids]) => {
		expect(await idsOf(text)).toEqual(ids);
	});
});

describe('what a server of TURN answered is told as what its code means:', () => {
	it.for([
		['403', 'forbids it (403, Forbidden)', 'denied-peer-ip'],
		['437', 'has another allocation for this socket (437, Allocation Mismatch)', 'retry'],
		['441', 'knows the allocation by other credentials (441, Wrong Credentials)', 'Do not change'],
		['442', 'relays over another transport (442, Unsupported Transport Protocol)', 'UDP'],
		['486', 'has given this user all that it gives one (486, Allocation Quota Reached)', 'quota'],
		['500', 'has a fault of its own (500, Server Error)', 'log'],
		['508', 'has no port left to relay from (508, Insufficient Capacity)', 'min-port']
	])('%s', async ([code, claim, todo]) => {
		for (const line of [
			`(turn_port.cc:1210): Port[x]: Received TURN refresh error response, id=1, code=${code}, rtt=3`,
			`13: : session 01: realm <e.org> user <bob>: incoming packet ALLOCATE processed, error ${code}: x`
		]) {
			const [first, ...others] = await findingsOf(line);
			expect(first?.claim).toContain(`A TURN server ${claim}.`);
			expect(first?.todo).toContain(todo);
			expect(others).toEqual([]);
		}
	});

	it('and nothing of a first 401 of each port, which asks for the login', async () => {
		const line = (port: string) =>
			`(turn_port.cc:1334): Port[${port}:0:1:0:relay:Net[a]]: Received TURN allocate error response, id=1, code=401, rtt=34\n`;
		expect(await findingsOf(line('1a') + line('2b'))).toEqual([]);
	});

	it.for(['401', '438', '4411', '999'])('and nothing of %s', async (code) => {
		const line = `(turn_port.cc:1210): Received TURN refresh error response, id=1, code=${code}, rtt=3`;
		expect(await findingsOf(line)).toEqual([]);
	});
});

it('that coturn asks for a login first is no fault', async () => {
	const log =
		'13: : session 002: realm <example.org> user <>: incoming packet ALLOCATE processed, error 401: Unauthorized';
	expect(await findingsOf(log)).toMatchObject([
		{ id: 'told.coturn-asked', severity: 'worth knowing' }
	]);
});

it('a server that refused the login has answered', async () => {
	const of = (at: string) => `relay(IP4:192.0.2.5:57074/UDP|IP4:${at}:3478/UDP)`;
	const log = [
		`(turn/WARNING) TURN(${of('198.51.100.7')}): Exceeded the number of retries`,
		`(turn/WARNING) TURN(${of('198.51.100.7')}) failed`
	];
	const ids = async (...lines: readonly string[]) =>
		(await findingsOf(lines.join('\n'))).map(({ id }) => id);
	expect(await ids(...log)).toEqual(['told.turn-unauthorized']);
	const other = `(turn/WARNING) TURN(${of('203.0.113.7')}) failed`;
	expect(new Set(await ids(...log, other))).toEqual(
		new Set(['told.turn-unauthorized', 'told.turn-unreached'])
	);
});

it.each([
	[
		'pion, of a permission',
		'told.turn-forbidden',
		'Failed to create TURN permission unexpected error response: CreatePermission error response (error 403: Forbidden IP)'
	],
	[
		'Firefox that got no relay',
		'told.turn-unreached',
		'ICE(PC:21 (id=21 url=http://example.org))/CAND(relay(IP4:192.0.2.5:54084/UDP|IP4:198.51.100.7:3478/UDP)): failed to initialize, 0 remaining'
	]
])('what is logged of TURN is explained: %s', async (_, id, log) => {
	expect((await findingsOf(log)).map((one) => one.id)).toEqual([id]);
});

describe('of libwebrtc that has a relay in the end', () => {
	const line = (net: string, what: string) =>
		`(turn_port.cc:1334): Port[audio:1:0:relay:Net[${net}]]: ${what}\n`;
	const REFUSED = 'Received TURN allocate error response, id=1, code=401, rtt=34';
	const GIVEN = 'TURN allocate requested successfully, id=1, code=0, rtt=20';

	it('nothing is told of what was asked for again', async () => {
		const log = line('wlan0', REFUSED) + line('wlan0', REFUSED) + line('wlan0', GIVEN);
		expect(await findingsOf(`started\n${log}`)).toEqual([]);
		const timed = line('v6', 'TURN allocate request 61 timeout') + line('v4', GIVEN);
		expect(await findingsOf(`started\n${timed}`)).toEqual([]);
	});

	it('and each network is asked by itself', async () => {
		expect(await findingsOf(line('wlan0', REFUSED) + line('rmnet0', REFUSED))).toEqual([]);
		expect((await findingsOf(line('wlan0', REFUSED).repeat(2))).map(({ id }) => id)).toEqual([
			'told.turn-unauthorized'
		]);
	});
});

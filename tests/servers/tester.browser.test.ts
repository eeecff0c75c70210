import { describe, expect, inject, it } from 'vitest';
import { gatherScope } from '../../src/lib/rtc/gather';
import { testServers, type Tested } from '../../src/lib/rtc/test-servers';
import type { IceServer } from '../../src/lib/servers/ice-server';
import { USER } from '../tools/login';

const turn = inject('turn');
const isLong = inject('isLong');
const NONE = { username: '', credential: '' };
const at = (scheme: string, { host, port }: { host: string; port: number }) =>
	`${scheme}:${host}:${port}`;

/** A browser that waits for 40 s is judged before; in the long run it has the time that a person gives it. */
const scope = { ...gatherScope(), ...(!isLong && { patience: 3000 }) };

async function test(...servers: IceServer[]) {
	const told: (readonly Tested[])[] = [];
	const judged = await testServers(servers, (tested) => told.push(tested), undefined, scope);
	return { told, judged, words: judged.map(({ says }) => says.join('\n')) };
}
const one = (url: string, login = NONE): IceServer => ({ urls: [url], ...login });

describe.skipIf(turn === null)('a test of servers (needs a network address)', () => {
	const { servers, closed } = turn ?? {
		servers: [
			{ host: '', port: 0 },
			{ host: '', port: 0 }
		],
		closed: { host: '', port: 0 }
	};
	const [first, second] = servers;

	it('is right about a good STUN server', async () => {
		const { judged, words } = await test(one(at('stun', first!)));
		expect(judged.map(({ status }) => status)).toEqual(['good']);
		expect(words[0]).toMatch(/answered over UDP/);
		expect(words[0]).toMatch(/no NAT is/);
	});

	it('is right about a good TURN server over UDP, and tells its relay', async () => {
		const { judged, words } = await test(one(at('turn', first!), USER));
		expect(judged.map(({ status }) => status)).toEqual(['good']);
		const relay = new RegExp(`let this user in over UDP, and gave the relay ${first!.host}:\\d+`);
		expect(words[0]).toMatch(relay);
		expect(words[0]).toMatch(new RegExp(`saw this browser at ${first!.host}:\\d+`));
		expect(words[0]).toMatch(/no NAT is/);
	});

	it('is right about a wrong password', async () => {
		const { judged, words } = await test(
			one(at('turn', first!), { ...USER, credential: 'another' })
		);
		expect(judged[0]).toMatchObject({ status: 'bad' });
		expect(words[0]).toMatch(/was reached over UDP .*refuses the login \(401, Unauthorized\)/);
		expect(words[0]).toMatch(/not harmless/);
		expect(judged[0]!.todo).toMatch(/user name and credential/);
	});

	it('is right about closed ports, each in its words', async () => {
		const { judged, words } = await test(
			one(at('stun', closed)),
			one(at('turn', closed), USER),
			one(`${at('turn', closed)}?transport=tcp`, USER),
			one(at('turns', closed), USER)
		);
		expect(judged.map(({ status }) => status)).toEqual(['bad', 'bad', 'bad', 'bad']);
		expect(words[0]).toMatch(/did not answer over UDP within/);
		expect(words[1]).toMatch(/did not answer over UDP within/);
		expect(words[2]).toMatch(/over TCP to port \d+ was refused at once/);
		expect(words[3]).toMatch(/over TLS/);
		expect(judged[1]!.todo).toMatch(new RegExp(`Let ${closed.port}/udp through`));
	});

	it('is right about a name that does not resolve', async () => {
		const { judged, words } = await test(
			one('stun:nobody.invalid'),
			one('turn:nobody.invalid', USER),
			one('turn:nobody.invalid?transport=tcp', USER)
		);
		expect(judged.map(({ status }) => status)).toEqual(['bad', 'bad', 'bad']);
		expect(words[0]).toMatch(/the name nobody\.invalid does not resolve/);
		expect(words[1]).toMatch(/the name nobody\.invalid does not resolve/);
		expect(words[2]).toMatch(/its name does not resolve/);
	});

	it('asks each URL alone, and two that answer once more together', async () => {
		const { told, judged, words } = await test(
			{ urls: [at('turn', first!), at('stun', second!)], ...USER },
			one('stun:nobody.invalid')
		);
		expect(judged.map(({ status }) => status)).toEqual(['good', 'good', 'bad', 'good']);
		expect(words.at(-1)).toMatch(
			/No NAT was seen by 2 servers|does not change with the destination/
		);
		expect(told[0]!.map(({ url }) => url)).toEqual([
			at('turn', first!),
			at('stun', second!),
			'stun:nobody.invalid'
		]);
		expect(told[0]!.every(({ judged: none }) => none === null)).toBe(true);
		expect(told.at(-1)!.map(({ judged: all }) => all)).toEqual(judged);
	});

	it('ends at once when it is stopped, and says that it was', async () => {
		const stop = new AbortController();
		const tested = testServers([one(at('stun', closed))], () => undefined, stop.signal);
		stop.abort();
		expect((await tested)[0]).toMatchObject({ status: 'unknown' });
	});
});

const overTcp = inject('coturn');

describe.skipIf(overTcp === null)('a test of a server over TCP (needs coturn)', () => {
	const { host, port } = overTcp ?? { host: '', port: 0 };
	const url = `turn:${host}:${port}`;

	it('is right about a good TURN server over UDP and over TCP', async () => {
		const { judged, words } = await test({ urls: [url, `${url}?transport=tcp`], ...USER });
		expect(judged.map(({ status }) => status)).toEqual(['good', 'good']);
		expect(words[0]).toMatch(/let this user in over UDP, and gave the relay/);
		expect(words[1]).toMatch(/let this user in over TCP, and gave the relay/);
		expect(words[1]).toMatch(new RegExp(`lets ${port}/tcp out to ${host}`));
	});

	it('is right about a wrong password over TCP', async () => {
		const { words } = await test(one(`${url}?transport=tcp`, { ...USER, credential: 'another' }));
		expect(words[0]).toMatch(/reached over TCP .*refuses the login \(401/);
	});
});

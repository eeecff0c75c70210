import { describe, expect, it } from 'vitest';
import { findingsOf, headOf, mattersIn } from './concluded';
import {
	AT_HOME,
	ELSEWHERE,
	FAILED,
	firstOf,
	having,
	host,
	relay,
	srflx,
	told
} from './made-candidates';

const name = host('2e3a7d0c-5e0f-4d0e-9d2b-0a1b2c3d4e5f.local');

describe('a path that there was', () => {
	it.each([
		['and DTLS failed on it', 'iceConnectionState: connected', 'connectionState: failed'],
		[
			'and was lost',
			'iceConnectionState: connected\nconnectionState: connected',
			'iceConnectionState: disconnected\niceConnectionState: failed\nconnectionState: failed'
		]
	])('%s is not sought in the candidates', async (_, up, down) => {
		for (const [offer, answer] of [
			[AT_HOME, ELSEWHERE],
			[AT_HOME, [host('172.17.0.2')]],
			[[host('192.168.7.4')], [host('10.9.0.3')]]
		] as const) {
			expect(await mattersIn(told(offer, answer, up, down))).toEqual(['ice.told-failed']);
		}
	});

	it('says what to look at: DTLS where ICE alone was there, else what changed', async () => {
		const of = (...lines: readonly string[]) => firstOf(told(AT_HOME, ELSEWHERE, ...lines));
		const dtls = await of('iceConnectionState: connected', 'connectionState: failed');
		expect(dtls!.todo).toMatch(/DTLS.*fingerprint/);
		const lost = await of('connectionState: connected', 'connectionState: failed');
		expect(lost!.todo).toMatch(/network that was left/);
	});

	it('was another connection’s, where that was closed before', async () => {
		const before = ['connectionState: connected', 'connectionState: closed'];
		expect((await firstOf(told(AT_HOME, ELSEWHERE, ...before, ...FAILED)))?.id).toBe(
			'ice.no-relay'
		);
	});
});

describe('several connections that have names', () => {
	it('of which one failed and one is there say nothing of whose candidates these are', async () => {
		const states = ['[to-jane] connectionState: failed', '[to-mary] connectionState: connected'];
		for (const lines of [states, states.toReversed()]) {
			const [first] = await findingsOf(told(AT_HOME, ELSEWHERE, ...lines));
			expect(first).toMatchObject({ id: 'ice.told-failed' });
			expect(first!.claim).toContain('to-jane');
		}
	});
});

describe('a connection that failed, and candidates that tell why', () => {
	it.each([
		['a container', AT_HOME, [host('172.17.0.2')], 'ice.remote-only-private', 'what Docker gives'],
		['another network', AT_HOME, [host('10.9.0.3')], 'ice.remote-only-private', '10.9.0.3'],
		[
			'networks that are numbered alike',
			AT_HOME,
			[host('172.18.0.2'), host('192.168.7.9')],
			'ice.remote-only-private',
			'in 192.168.7.x as well'
		],
		['names alone', AT_HOME, [name], 'ice.remote-only-mdns', '.local'],
		['one network', [host('192.168.7.4')], [host('192.168.7.9')], 'ice.no-answer', '192.168.7.x'],
		['loopback', AT_HOME, [host('127.0.0.1')], 'ice.only-loopback', '127.0.0.1'],
		['a server', AT_HOME, [host('203.0.113.9')], 'ice.public-unanswered', 'its port 50001'],
		['a server, asked first', [host('203.0.113.9')], AT_HOME, 'ice.public-unanswered', 'offer'],
		['one NAT', AT_HOME, [host('10.9.0.3'), srflx('198.51.100.9')], 'ice.one-nat', 'hairpinning'],
		[
			'a relay inside',
			[...AT_HOME, relay('10.0.0.2', '198.51.100.9')],
			ELSEWHERE,
			'ice.relay-inside',
			'10.0.0.2'
		],
		['two NATs', AT_HOME, ELSEWHERE, 'ice.no-relay', 'neither has a relayed candidate']
	])('%s: says so first, and once', async (_, offer, answer, id, says) => {
		const head = await headOf(told(offer, answer, ...FAILED));
		if (head.kind === 'unknown') throw new Error('not read');
		const [first, ...more] = head.conclusions.flatMap(({ findings }) => findings);
		expect(first).toMatchObject({ id, severity: 'breaks the call' });
		expect(first!.claim).toContain(says);
		expect(more.filter(({ severity }) => severity === 'breaks the call')).toEqual([]);
		// What is said of it and what browsers make of it go together.
		expect(head.conclusions[0]!.verdict?.sentence).toMatch(/, but no call comes of it\.$/);
		// Evidence of it is that it failed, too.
		expect(first!.because.some(({ text }) => /failed/.test(text))).toBe(true);
	});

	it('no candidate at all, where none was to follow', async () => {
		const quiet = (text: string) => text.replace(/^a=ice-options:trickle\r\n/gm, '');
		expect((await firstOf(quiet(told(AT_HOME, [], ...FAILED))))?.id).toBe('ice.no-candidates');
		// Where they follow, they were not pasted.
		expect((await firstOf(told(AT_HOME, [], ...FAILED)))?.id).toBe('ice.told-failed');
	});

	it('no candidate of who can reach a server is no reason', async () => {
		const quiet = (text: string) => text.replace(/^a=ice-options:trickle\r\n/gm, '');
		const found = await findingsOf(quiet(told([], [host('203.0.113.9')], ...FAILED)));
		expect(found.map(({ id, severity }) => [id, severity])).toEqual([
			['ice.public-unanswered', 'breaks the call'],
			['ice.no-candidates', 'worth knowing']
		]);
	});

	it('and nothing else where no two of them go together', async () => {
		const server = host('203.0.113.9').replace(' udp ', ' tcp ') + ' tcptype passive';
		expect(await mattersIn(told(AT_HOME, [server], ...FAILED))).toEqual(['ice.no-pair-possible']);
	});

	it('no candidate, and the word that no more will come', async () => {
		const ended = (text: string) =>
			text.replace(/^a=ice-options:trickle\r\n/gm, 'a=end-of-candidates\r\n');
		const [first] = await findingsOf(ended(told(AT_HOME, [])));
		expect(first).toMatchObject({
			id: 'ice.no-candidates',
			severity: 'will bite',
			isCertain: true
		});
	});

	it('not where both have an address outside', async () => {
		const both = told([host('198.51.100.9')], [host('203.0.113.9')], ...FAILED);
		expect((await firstOf(both))?.id).toBe('ice.told-failed');
	});

	it('of one side alone say what they can', async () => {
		const text = `${having('answer', host('172.17.0.2'))}\n${FAILED.join('\n')}\n`;
		expect(await firstOf(text)).toMatchObject({
			id: 'ice.only-private',
			severity: 'breaks the call'
		});
	});

	it('are no matter where it is connected, or nothing is told', async () => {
		for (const lines of [['iceConnectionState: connected'], []]) {
			for (const answer of [[host('172.17.0.2')], [host('203.0.113.9')], ELSEWHERE, [name]]) {
				expect(await mattersIn(told(AT_HOME, answer, ...lines))).toEqual([]);
			}
		}
	});
});

describe('candidates without a description', () => {
	const bare = (one: string) => one.replace(/^a=/, '');
	const logged = (
		local: readonly string[],
		remote: readonly string[],
		...lines: readonly string[]
	) =>
		[
			...local.map((one) => `Local ICE candidate: ${bare(one)}`),
			...remote.map((one) => `Remote ICE candidate: ${bare(one)}`),
			...lines,
			''
		].join('\n');

	it.each([
		['a container', [host('172.18.0.3')], 'ice.remote-only-private', 'the remote side announces'],
		['two NATs', ELSEWHERE, 'ice.no-relay', '198.51.100.9; 203.0.113.44'],
		[
			'a server',
			[host('203.0.113.9')],
			'ice.public-unanswered',
			'though the remote side announces'
		],
		[
			'another protocol',
			[host('203.0.113.9').replace(' udp ', ' tcp ') + ' tcptype passive'],
			'ice.no-pair-possible',
			'of the local side'
		]
	])(
		'tell why the connection failed, where the text says whose they are: %s',
		async (_, remote, id, says) => {
			const first = await firstOf(logged(AT_HOME, remote, ...FAILED));
			expect(first).toMatchObject({ id, severity: 'breaks the call', isCertain: false });
			expect(first!.claim).toContain(says);
			for (const lines of [[], ['iceConnectionState: connected']]) {
				expect(await mattersIn(logged(AT_HOME, remote, ...lines))).toEqual([]);
			}
		}
	);

	it('are not of one side where they are of other credentials, or one foundation has two addresses', async () => {
		const lists = [
			[host('192.168.7.4'), host('192.168.9.7')],
			[`${host('192.168.7.4')} ufrag aaaa`, `${host('192.168.9.7')} ufrag bbbb`]
		];
		for (const list of lists) {
			const text = [...list.map(bare), ...FAILED, ''].join('\n');
			expect((await firstOf(text))?.id).toBe('ice.told-failed');
		}
		const alone = [bare(host('192.168.7.4')), ...FAILED, ''].join('\n');
		expect((await firstOf(alone))?.id).toBe('ice.only-private');
	});

	it('tell nothing of that where their sides are not told', async () => {
		const text = [...AT_HOME, host('172.18.0.3')].map(bare).concat(FAILED, '').join('\n');
		expect(await mattersIn(text)).toEqual(['ice.told-failed']);
	});
});

describe('a relay that there is not', () => {
	const refusal = (code: number) =>
		`onicecandidateerror: url: turn:t.example.org:3478?transport=udp, errorCode: ${code}, errorText: no`;

	it.each([
		[401, 'refuses the login (401, Unauthorized)'],
		[403, 'forbids it (403, Forbidden)'],
		[486, '(486, Allocation Quota Reached)'],
		[701, '(701']
	])('has the server’s refusal for a reason: %i', async (code, words) => {
		const [first, ...more] = await findingsOf(told(AT_HOME, ELSEWHERE, refusal(code), ...FAILED));
		expect(first!.id).toBe('ice.no-relay');
		expect(first!.claim).toContain(`the TURN server turn:t.example.org:3478?transport=udp`);
		expect(first!.claim).toContain(words);
		expect(first!.todo).not.toMatch(/Give both sides a TURN server/);
		expect(first!.because).toContainEqual(
			expect.objectContaining({ text: expect.stringMatching(`icecandidateerror ${code}`) })
		);
		expect(more.filter(({ id }) => /turn/.test(id))).toEqual([]);
	});

	it.each([
		['one NAT', [host('10.9.0.3'), srflx('198.51.100.9')], 'ice.one-nat'],
		[
			'a NAT that maps apart',
			[host('10.9.0.3'), srflx('203.0.113.44', 36004), srflx('203.0.113.44', 22681)],
			'ice.symmetric-nat'
		]
	])('has it too where the trouble is %s', async (_, answer, id) => {
		const [first, ...more] = await findingsOf(told(AT_HOME, answer, refusal(401), ...FAILED));
		expect(first!.id).toBe(id);
		expect(first!.claim).toContain('refuses the login (401, Unauthorized)');
		expect(first!.todo).toContain('Check user name and credential');
		expect(more.filter((one) => one.id.startsWith('turn.'))).toEqual([]);
	});

	it('is no want of a server, where one is named', async () => {
		const servers =
			'const config = { iceServers: [{ urls: "turn:t.example.org:3478", username: "u", credential: "c" }] };';
		const first = await firstOf(told(AT_HOME, ELSEWHERE, servers, ...FAILED));
		expect(first!.claim).toContain('though iceServers names turn:t.example.org:3478');
		expect(first!.todo).not.toMatch(/Give both sides a TURN server/);
	});

	it('harms nobody where a connection came about', async () => {
		expect(
			await mattersIn(told(AT_HOME, ELSEWHERE, refusal(401), 'connectionState: connected'))
		).toEqual([]);
	});
});

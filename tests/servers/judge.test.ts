import { describe, expect, it } from 'vitest';
import type { Gathered, SeenCandidate, SeenError } from '../../src/lib/servers/gathered';
import { judge } from '../../src/lib/servers/judge';
import { judgeMapping, mappingUrls } from '../../src/lib/servers/mapping';
import { reportOf, summaryOf } from '../../src/lib/servers/report';

const STUN = 'stun:stun.example.org:3478';
const TURN = 'turn:turn.example.org:3478';

const candidate = (more: Partial<SeenCandidate>): SeenCandidate => ({
	type: 'host',
	protocol: 'udp',
	address: '192.168.0.2',
	port: 40_000,
	related: null,
	foundation: '1',
	priority: 0x64_7e_1f_ff,
	url: null,
	at: 3,
	...more
});
const HOST = candidate({});
const SRFLX = candidate({ type: 'srflx', address: '203.0.113.5', port: 50_000, at: 20 });
const RELAY = candidate({ type: 'relay', address: '198.51.100.7', port: 49_225, at: 130 });
const error = (code: number, text = '', at = 60): SeenError => ({ code, text, at });

const gathered = (url: string, more: Partial<Gathered>): Gathered => ({
	url,
	candidates: [HOST],
	errors: [],
	end: 'complete',
	took: 140,
	refusal: null,
	...more
});
const wordsOf = (url: string, more: Partial<Gathered>) => {
	const { status, says, todo } = judge(gathered(url, more));
	return [status, ...says, ...(todo === null ? [] : [todo])].join('\n');
};

describe('of a STUN server that answers is said', () => {
	it('when, and what it saw', () => {
		const related = { address: '192.168.0.2', port: 40_000 };
		const words = wordsOf(STUN, { candidates: [HOST, { ...SRFLX, related }] });
		expect(words).toBe(
			[
				'good',
				'stun:stun.example.org:3478 answered over UDP after 20 ms.',
				'It saw this browser at 203.0.113.5:50000.',
				'A NAT is in between: it put 203.0.113.5:50000 in the place of 192.168.0.2:40000.'
			].join('\n')
		);
	});

	it('that there is no NAT where it saw what the machine has', () => {
		expect(wordsOf(STUN, {})).toMatch(/^good\n.*done after 140 ms.*\n.*no NAT is between/);
		const same = { ...SRFLX, address: HOST.address, port: HOST.port };
		expect(wordsOf(STUN, { candidates: [HOST, same] })).toMatch(/no NAT is between/);
	});

	it('no more than can be known where the browser hides the address of the machine', () => {
		const hidden = candidate({ address: 'b2f8.local', port: 50_000 });
		expect(wordsOf(STUN, { candidates: [hidden, SRFLX] })).toMatch(
			/no NAT is in between, or one that keeps ports/
		);
		const other = candidate({ address: 'b2f8.local', port: 1 });
		expect(wordsOf(STUN, { candidates: [other, SRFLX] })).not.toMatch(/NAT/);
	});

	it('that an error beside it is harmless', () => {
		expect(wordsOf(STUN, { candidates: [HOST, SRFLX], errors: [error(701)] })).toMatch(
			/701, which is harmless here/
		);
	});
});

describe('of a TURN server that lets one in is said', () => {
	it('which relay it gave, when, and over what', () => {
		const words = wordsOf(`${TURN}?transport=tcp`, { candidates: [HOST, RELAY] });
		expect(words).toMatch(
			/^good\n.*let this user in over TCP, and gave the relay 198\.51\.100\.7:49225 after 130 ms\./
		);
		expect(words).toMatch(/lets 3478\/tcp out to turn\.example\.org/);
		expect(words).not.toMatch(/saw this browser/);
	});

	it('what it saw, by the related address of the relay, but where that is the relay itself', () => {
		const related = { address: '203.0.113.5', port: 50_000 };
		expect(wordsOf(TURN, { candidates: [HOST, { ...RELAY, related }] })).toMatch(
			/saw this browser at 203\.0\.113\.5:50000\.\nA NAT is in between: this machine itself has 192\.168\.0\.2\./
		);
		const itself = { address: RELAY.address, port: RELAY.port };
		expect(wordsOf(TURN, { candidates: [HOST, { ...RELAY, related: itself }] })).not.toMatch(/saw/);
	});

	it('that a nonce that was stale is harmless', () => {
		expect(wordsOf(TURN, { candidates: [RELAY], errors: [error(438)] })).toMatch(
			/438, Stale Nonce\), which is harmless here/
		);
	});
});

describe('of a server that refuses is said what it means', () => {
	it.each([
		[401, /refuses the login \(401/, /Check user name and credential/],
		[403, /forbids it \(403/, /which addresses the server may relay to/],
		[438, /wants a newer nonce \(438/, /share one address/],
		[486, /given this user all .* \(486/, /raise the quota/],
		[508, /no port left to relay from \(508/, /more ports/],
		[600, /does not answer as a STUN or TURN server does \(600\)/, /what listens on that port/]
	])('%i', (code, says, todo) => {
		const judged = judge(gathered(TURN, { errors: [error(701), error(code, 'Their words')] }));
		expect(judged.status).toBe('bad');
		expect(judged.says[0]).toMatch(says);
		expect(judged.says[0]).toMatch(/Its words: “Their words”/);
		expect(judged.says[1]).toMatch(/not harmless/);
		expect(judged.todo).toMatch(todo);
	});
});

describe('of a server that was not reached is said why', () => {
	it.each<[string, string, Partial<Gathered>, RegExp]>([
		[
			'Chromium, no such name',
			STUN,
			{ errors: [error(701, 'STUN host lookup received error.')] },
			/the name stun\.example\.org does not resolve/
		],
		['Firefox, no such name', STUN, { errors: [error(701)] }, /does not resolve/],
		[
			'Firefox, its own machine',
			'stun:127.0.0.1',
			{ errors: [error(701)], candidates: [] },
			/sends nothing to 127\.0\.0\.1\.\n.*\n.*asks no server on its own machine/
		],
		[
			'Chromium, silence',
			STUN,
			{ end: 'limit', took: 12_000 },
			/within 12\.0 s, after which the test waits no longer/
		],
		[
			'Firefox, silence',
			TURN,
			{ errors: [error(701, '', 11_113)] },
			/did not answer over UDP within the 11\.1 s .*\n.*701.*not harmless.*\n.*3478\/udp/
		],
		[
			'refused over TCP',
			'turn:192.0.2.1?transport=tcp',
			{ errors: [error(701, 'Failed to establish connection')] },
			/over TCP to port 3478 was refused at once\./
		],
		[
			'refused over TCP, or no such name',
			`${TURN}?transport=tcp`,
			{ errors: [error(701)] },
			/refused at once, or its name does not resolve/
		],
		['silence over TCP', `${TURN}?transport=tcp`, { end: 'limit' }, /did not answer over TCP/],
		[
			'Firefox, TLS',
			'turns:a.example',
			{ took: 26 },
			/after 26 ms, does not say why\.\n.*certificate/
		],
		[
			'Chromium, TLS',
			'turns:a.example',
			{ end: 'limit' },
			/no relay over TLS, within 140 ms, after/
		]
	])('%s', (_, url, more, words) => {
		const said = wordsOf(url, more);
		expect(said).toMatch(/^bad\n/);
		expect(said).toMatch(words);
	});

	it('nothing that is not known where it was stopped', () => {
		expect(wordsOf(STUN, { end: 'stopped', took: 3100 })).toMatch(
			/^unknown\n.*had not answered over UDP when the test was stopped after 3\.1 s/
		);
	});

	it('what the browser says where it makes no connection', () => {
		expect(wordsOf('stun:a:9', { end: 'refused', refusal: 'uses a port that is blocked' })).toMatch(
			/^bad\n.*no connection with it\. uses a port/
		);
	});
});

describe('whether a NAT maps by destination', () => {
	const URLS = ['stun:192.0.2.1:3478', 'stun:192.0.2.2:3478'];
	const other = { ...SRFLX, port: 50_001, foundation: '2' };
	const mapped = (...candidates: SeenCandidate[]) =>
		judgeMapping(gathered(URLS.join(' '), { candidates }), URLS);

	it('is asked of all that answer over UDP, TURN servers among them', () => {
		expect(
			mappingUrls([
				STUN,
				TURN,
				`${TURN}?transport=tcp`,
				'turns:a',
				'turn:stun.example.org',
				'stun:[::1]'
			])
		).toEqual([STUN, 'stun:turn.example.org:3478', 'stun:[::1]:3478']);
	});

	it('is seen by two ports of one socket', () => {
		const related = { address: '192.168.0.2', port: 40_000 };
		const { status, says } = mapped({ ...SRFLX, related }, { ...other, related });
		expect(status).toBe('bad');
		expect(says[0]).toMatch(/203\.0\.113\.5:50000 and at 203\.0\.113\.5:50001 .*symmetric NAT/);
	});

	it('is seen where the browser hides the socket: by interface, or by foundation', () => {
		expect(mapped(SRFLX, other).status).toBe('bad');
		const url = 'stun:x';
		expect(mapped({ ...SRFLX, url }, { ...other, url, foundation: '1' }).status).toBe('bad');
	});

	it('is not concluded from two interfaces', () => {
		expect(mapped(SRFLX, { ...other, priority: 0x64_60_1f_ff }).status).toBe('good');
		const url = 'stun:x';
		expect(mapped({ ...SRFLX, url }, { ...other, url }).status).toBe('good');
	});

	it('is not so where both saw one port, or there is no NAT', () => {
		expect(mapped(SRFLX).says[0]).toMatch(/endpoint-independent/);
		expect(mapped(HOST).says[0]).toMatch(/^No NAT was seen/);
	});

	it('is not told by one address alone', () => {
		const urls = ['stun:192.0.2.1:3478', 'stun:192.0.2.1:3479'];
		const { says } = judgeMapping(gathered(urls.join(' '), { candidates: [SRFLX] }), urls);
		expect(says[1]).toMatch(/All of them have one address/);
	});

	it('is open where the test was stopped, or one of them is silent', () => {
		const silent = gathered(STUN, { end: 'limit', candidates: [SRFLX] });
		expect(judgeMapping(silent, URLS).status).toBe('unknown');
		expect(judgeMapping(gathered(STUN, { end: 'stopped' }), URLS).status).toBe('unknown');
	});
});

describe('the report', () => {
	const found = [
		judge(gathered(STUN, { candidates: [HOST, SRFLX] })),
		judge(gathered(TURN, { errors: [error(401, 'Unauthorized.')] }))
	];

	it('can be handed on as text', () => {
		const text = reportOf(found, '1 Dec 2026, 10:00', 'Firefox 153');
		expect(text).toMatch(
			/^STUN and TURN servers, tested 1 Dec 2026, 10:00 in Firefox 153\n\n\+ stun:/
		);
		expect(text).toMatch(/\n! turn:.*401/);
		expect(text).toMatch(/\n {2}To do: Check user name and credential/);
	});

	it('has a sum', () => {
		expect(summaryOf(found)).toBe('1 of 2 needs you.');
		expect(summaryOf(found.slice(0, 1))).toBe('All is well.');
		expect(summaryOf([{ status: 'unknown', says: [], todo: null }])).toBe('1 of 1 cannot be told.');
	});
});

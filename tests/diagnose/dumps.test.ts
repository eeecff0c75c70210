import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Conclusion } from '../../src/lib/inspect';
import { headOf } from './dumped-call';

/** What is said first of a dump, as the page reads it. */
const readingOf = (name: string) => {
	const file = readFileSync(`tests/diagnose/fixtures/${name}`);
	return headOf((name.endsWith('.gz') ? gunzipSync(file) : file).toString('utf8'));
};

const conclusionOf = async (name: string): Promise<Conclusion> =>
	(await readingOf(name)).conclusions[0]!;

/** Of a call in which nothing is wrong: one of the two pages played no sound. */
const TRUE_OF_IT: Readonly<Record<string, readonly string[]>> = {
	'rtcstats.gz': ['media.not-played']
};

describe.each(['json', 'rtcstats.gz'])('a dump of a call that failed (%s)', (form) => {
	it.each([
		['wrong-password-in-the-answer', 'ice.password-differs'],
		['fingerprint-changed-in-the-answer', 'dtls.fingerprint-differs'],
		['relay-without-server', 'ice.relay-without-server'],
		['no-candidates', 'ice.none-received']
	])('%s: the first finding is the reason', async (name, id) => {
		const { findings } = await conclusionOf(`${name}.${form}`);
		expect(findings[0]?.id).toBe(id);
		expect(findings.slice(1).filter(({ under }) => under === null)).toEqual([]);
	});

	it('of one in which nothing is wrong says so', async () => {
		const { findings, verdict } = await conclusionOf(`nothing-is-broken.${form}`);
		expect(findings.map(({ id }) => id)).toEqual(TRUE_OF_IT[form] ?? []);
		expect(findings.filter(({ severity }) => severity !== 'worth knowing')).toEqual([]);
		expect(verdict?.sentence).toMatch(/^This call came about: John and Jane were connected/);
	});
});

describe.each(['json', 'rtcstats'])('what Chromium saved of a call made to fail (%s)', (form) => {
	it.each([
		['wrong-user-name-in-the-answer', 'ice.ufrag-differs'],
		['both-wait-for-dtls', 'dtls.both-wait'],
		['both-begin-dtls', 'dtls.both-speak'],
		['wrong-password-for-turn', 'turn.unauthorized'],
		['tracks-added-too-late', 'media.not-negotiated'],
		['nothing-is-sent', 'media.nothing-sent'],
		['other-side-vanished', 'ice.other-side-gone']
	])('%s: the first finding is the reason', async (name, id) => {
		const { findings } = await conclusionOf(`${name}.${form}.gz`);
		expect(findings[0]?.id).toBe(id);
		const others = findings.slice(1).filter(({ under }) => under === null);
		expect(others.filter(({ severity }) => severity !== 'worth knowing')).toEqual([]);
	});
});

it('nothing is said of the level of a sound that nobody played', async () => {
	const { findings } = await conclusionOf('nothing-is-sent.json.gz');
	const ids = findings.map(({ id }) => id);
	expect(ids).toContain('media.not-played');
	expect(ids).not.toContain('media.silence');
});

it('TCP alone on one side, UDP alone on the other', async () => {
	const { findings } = await conclusionOf('no-pair-possible.json');
	expect(findings.map(({ id }) => id)).toEqual(['ice.no-udp']);
	expect(findings[0]!.claim).toContain('TCP and UDP cannot be paired');
});

it('checks that nobody answers, and a TURN server that refused the login', async () => {
	const { findings } = await conclusionOf('only-private-and-no-relay.json');
	expect(findings.map(({ id, under }) => [id, under])).toEqual([
		['ice.remote-only-private', null],
		['turn.unauthorized', 'ice.remote-only-private']
	]);
	const { claim } = findings[0]!;
	expect(claim).toContain('238 checks were sent and none was answered');
	expect(claim).toContain('172.17.0.2, which is what Docker gives; 10.0.1.233');
	expect(claim).toContain('refuses the login (401, Unauthorized)');
});

it('one connection that two have answered', async () => {
	const { findings } = await conclusionOf('two-answerers.json');
	expect(findings[0]?.id).toBe('negotiation.two-answerers');
	expect(findings[0]?.claim).toContain('The first one is cut off');
});

describe('a dump of several connections', () => {
	it('says of each how it went, and shows the one that failed', async () => {
		const good = JSON.parse(readFileSync('tests/diagnose/fixtures/nothing-is-broken.json', 'utf8'));
		const bad = JSON.parse(
			readFileSync('tests/diagnose/fixtures/only-private-and-no-relay.json', 'utf8')
		);
		const both = { ...good, PeerConnections: { ...good.PeerConnections, ...bad.PeerConnections } };
		const head = await headOf(JSON.stringify(both));
		expect(head.connections.map(({ course }) => course)).toEqual([
			'worked',
			'worked',
			'never connected'
		]);
		expect(head.cast).toEqual({ john: head.connections[2]!.id });
	});
});

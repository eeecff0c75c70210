import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { findingsOf, mattersIn } from './concluded';

const session = (id: number, type: 'offer' | 'answer', ufrag: string, version = 2) =>
	[
		'v=0',
		`o=- ${id} ${version} IN IP4 127.0.0.1`,
		's=-',
		't=0 0',
		'a=group:BUNDLE 0 1',
		...['audio 9 UDP/TLS/RTP/SAVPF 111', 'video 9 UDP/TLS/RTP/SAVPF 96'].flatMap((head, mid) => [
			`m=${head}`,
			'c=IN IP4 0.0.0.0',
			'a=rtcp:9 IN IP4 0.0.0.0',
			`a=ice-ufrag:${ufrag}`,
			`a=ice-pwd:${ufrag}0123456789abcdefghij`,
			'a=ice-options:trickle',
			`a=fingerprint:sha-256 ${Array.from({ length: 32 }, (_, at) => (id + at).toString(16).padStart(2, '0').slice(-2).toUpperCase()).join(':')}`,
			`a=setup:${type === 'offer' ? 'actpass' : 'active'}`,
			`a=mid:${mid}`,
			'a=sendrecv',
			'a=rtcp-mux',
			mid === 0 ? 'a=rtpmap:111 opus/48000/2' : 'a=rtpmap:96 VP8/90000'
		]),
		''
	].join('\r\n');

const OFFER = session(41, 'offer', 'OfFr');
const ANSWER = session(62, 'answer', 'AnSw');
const BOTH = `${OFFER}\n${ANSWER}\n`;

const host = (address: string, ufrag: string | null, more = '') =>
	`candidate:1 1 udp 2122260223 ${address} 50001 typ host generation 0${ufrag === null ? '' : ` ufrag ${ufrag}`}${more}`;
const srflx = (address: string, ufrag: string) =>
	`candidate:2 1 udp 1686052607 ${address} 50002 typ srflx raddr 192.168.7.4 rport 50001 generation 0 ufrag ${ufrag}`;
const relay = (address: string, ufrag: string) =>
	`candidate:3 1 udp 41885439 ${address} 50003 typ relay raddr 203.0.113.7 rport 50002 generation 0 ufrag ${ufrag}`;
const tcp = (address: string, ufrag: string) =>
	`candidate:4 1 tcp 1518280447 ${address} 9 typ host tcptype active generation 0 ufrag ${ufrag}`;

/** As the members of an event are logged. */
const asJson = (candidate: string, members: object = {}) =>
	JSON.stringify({ candidate, sdpMid: '0', sdpMLineIndex: 0, ...members });
const logged = (...all: readonly string[]) => all.map((one) => `${one}\n`).join('');
const claimOf = async (text: string, id: string) =>
	(await findingsOf(text)).find((one) => one.id === id)?.claim;

describe('candidates beside an offer and an answer', () => {
	it.each([
		['in lines', logged(host('192.168.7.4', 'OfFr'), host('10.0.0.9', 'AnSw'))],
		['as a=', logged(`a=${host('192.168.7.4', 'OfFr')}`, `a=${host('10.0.0.9', 'AnSw')}`)],
		['in JSON', logged(asJson(host('192.168.7.4', 'OfFr')), asJson(host('10.0.0.9', 'AnSw')))],
		[
			'in JSON, with their fragment in a member',
			logged(
				asJson(host('192.168.7.4', null), { usernameFragment: 'OfFr' }),
				asJson(host('10.0.0.9', null), { usernameFragment: 'AnSw' })
			)
		],
		[
			'in a log, which says what was sent and what came',
			`onicecandidate ${host('192.168.7.4', null)}\naddIceCandidate ${host('10.0.0.9', null)}\n`
		]
	])('are judged together with them: %s', async (name, candidates) => {
		const text = name.startsWith('in a log')
			? `setLocalDescription offer\n${OFFER}\nsetRemoteDescription answer\n${ANSWER}\n${candidates}`
			: BOTH + candidates;
		expect(await claimOf(text, 'ice.different-private-networks')).toContain(
			'192.168.7.4; 10.0.0.9'
		);
	});

	it('are each of the description that they follow, where each has some', async () => {
		const text = `${OFFER}\n${host('192.168.7.4', null)}\n${ANSWER}\n${host('10.0.0.9', null)}\n`;
		expect(await claimOf(text, 'ice.different-private-networks')).toContain(
			'192.168.7.4; 10.0.0.9'
		);
	});

	it('tell what one side alone lacks', async () => {
		const text = BOTH + logged(srflx('203.0.113.7', 'OfFr'), tcp('203.0.113.8', 'AnSw'));
		expect(await mattersIn(text)).toContain('ice.no-pair-possible');
		const names = BOTH + logged(host('0a1b2c3d-1111-4222-8333-444455556666.local', 'AnSw'));
		const found = await findingsOf(names);
		expect(found.find(({ id }) => id === 'ice.only-mdns')?.claim).toContain('of the answer');
	});

	it('may be of either side, and then silence what they would change', async () => {
		const own = (sdp: string, address: string) =>
			sdp.replace(/a=rtcp-mux\r\n/, `a=rtcp-mux\r\na=${host(address, null)}\r\n`);
		const text = `${own(OFFER, '192.168.7.4')}\n${own(ANSWER, '10.0.0.9')}\n`;
		expect(await mattersIn(text)).toEqual(['ice.different-private-networks']);
		expect(await mattersIn(`${text}${host('203.0.113.7', null)}\n`)).toEqual([]);
	});

	it('of which nothing is wrong have no finding that matters', async () => {
		const text =
			BOTH +
			logged(
				host('192.168.7.4', 'OfFr'),
				srflx('203.0.113.7', 'OfFr'),
				srflx('198.51.100.7', 'AnSw'),
				asJson(relay('198.51.100.99', 'AnSw'), { sdpMid: '1', sdpMLineIndex: 1 })
			);
		expect(await mattersIn(text)).toEqual([]);
	});
});

describe('the candidates of str0m', () => {
	const LOG = [
		'2026-01-02T03:04:05.423487Z  INFO add_remote_candidate{id=b3}: str0m::ice_::agent: Add remote candidate: Candidate(relay=[2001:db8:40b0::10]:50207/udp prio=50331647)',
		'agent\t03:04:05.8\tAdd local candidate: Candidate(srflx=203.0.113.68:50628/udp base=192.168.1.225:50628 prio=1686109951)',
		'Add local candidate: Candidate(host=192.168.1.225:50628 prio=2130706175 discarded)'
	].join('\n');
	const found = (text: string) => {
		const all = recognise(text);
		return 'candidates' in all ? all.candidates.map((one) => [one.text, one.problem]) : [];
	};

	it('are read out of its log, with and without a transport', () => {
		expect(found(LOG)).toEqual([
			['candidate:0 1 udp 50331647 2001:db8:40b0::10 50207 typ relay raddr 0.0.0.0 rport 9', null],
			[
				'candidate:0 1 udp 1686109951 203.0.113.68 50628 typ srflx raddr 192.168.1.225 rport 50628',
				null
			],
			['candidate:0 1 udp 2130706175 192.168.1.225 50628 typ host', null]
		]);
	});

	it('with how its search ended', () => {
		const log = `${LOG}\nState change (no possible pairs): Checking -> Disconnected\n`;
		const all = recognise(log);
		expect('course' in all && all.course.states.map(({ state }) => state)).toEqual([
			'disconnected'
		]);
	});

	it.each([
		'Created new pair: CandidatePair(0-1 prio=7998389639641562622 state=Waiting)',
		'Candidate(host=name prio=1)',
		'Candidate(relay=192.0.2.1:9/udp)'
	])('and nothing is out of %s', (line) => {
		expect(found(line)).toEqual([]);
	});
});

describe('candidates that belong nowhere', () => {
	it('are said to be of another negotiation', async () => {
		const text = BOTH + logged(host('192.168.7.4', 'OfFr'), host('10.0.0.9', 'GoNe'));
		expect(await mattersIn(text)).toEqual(['ice.candidate-of-other-description']);
		expect(await claimOf(text, 'ice.candidate-of-other-description')).toContain('“GoNe”');
	});

	it('break the call where there are no others', async () => {
		const found = await findingsOf(BOTH + logged(host('192.168.7.4', 'GoNe')));
		expect(found[0]).toMatchObject({
			id: 'ice.candidate-of-other-description',
			severity: 'breaks the call',
			isCertain: false
		});
	});

	it('are not, where the description of the other side is not here', async () => {
		expect(await mattersIn(OFFER + logged(host('10.0.0.9', 'AnSw')))).toEqual([]);
	});

	it.each([
		['by their name', { sdpMid: 'video', sdpMLineIndex: 1 }],
		['by their number', { sdpMid: null, sdpMLineIndex: 2 }]
	])('are said to be of no section: %s', async (_, members) => {
		const text =
			BOTH +
			logged(asJson(host('203.0.113.7', 'OfFr')), asJson(host('203.0.113.8', 'AnSw'), members));
		expect(await mattersIn(text)).toEqual(['ice.candidate-of-no-section']);
	});

	it('are read out of the objects of a console', async () => {
		const text = `${BOTH}RTCIceCandidate {candidate: '${host('203.0.113.7', 'OfFr')}', sdpMid: '7', sdpMLineIndex: 0}\n`;
		expect(await mattersIn(text)).toContain('ice.candidate-of-no-section');
	});

	it('are of before a restart', async () => {
		const again = [session(41, 'offer', 'NewO', 3), session(62, 'answer', 'NewA', 3)];
		const text = `${BOTH}\n${again.join('\n')}\n`;
		const stale = text + logged(host('203.0.113.7', 'OfFr'), host('203.0.113.9', 'NewA'));
		expect(await mattersIn(stale)).toEqual(['ice.candidate-of-before-restart']);
		expect(await mattersIn(stale + logged(host('203.0.113.7', 'NewO')))).toEqual([]);
	});
});

describe('an ICE restart', () => {
	const restarted = (answered: string) =>
		`${BOTH}\n${session(41, 'offer', 'NewO', 3)}\n${session(62, 'answer', answered, 3)}\n`;

	it('that was answered with the credentials of before is said to be none', async () => {
		const found = await findingsOf(restarted('AnSw'));
		expect(found[0]).toMatchObject({
			id: 'answer.restart-not-answered',
			severity: 'breaks the call'
		});
		expect(found[0]?.claim).toContain('ice-ufrag OfFr became NewO');
	});

	it('that was answered has no finding', async () => {
		expect(await mattersIn(restarted('NewA'))).toEqual([]);
	});

	it('is not what a later offer without new credentials is', async () => {
		const text = `${BOTH}\n${session(41, 'offer', 'OfFr', 3)}\n${session(62, 'answer', 'AnSw', 3)}\n`;
		expect(await mattersIn(text)).toEqual([]);
	});

	it('may be offered by the side that answered before', async () => {
		const text = `${BOTH}\n${session(62, 'offer', 'NewA', 3)}\n${session(41, 'answer', 'OfFr', 3).replaceAll('setup:active', 'setup:passive')}\n`;
		expect((await mattersIn(text))[0]).toBe('answer.restart-not-answered');
	});
});

describe('how the call is said to have ended', () => {
	const OUTSIDE = logged(srflx('203.0.113.7', 'OfFr'), srflx('198.51.100.7', 'AnSw'));
	const INSIDE = logged(host('192.168.7.4', 'OfFr'), host('10.0.0.9', 'AnSw'));

	it('bears out that both are behind NATs, and need a relay', async () => {
		const found = await findingsOf(`${BOTH}${OUTSIDE}iceConnectionState: failed\n`);
		expect(found[0]).toMatchObject({
			id: 'ice.no-relay',
			severity: 'breaks the call',
			isCertain: false
		});
		expect(found[0]?.claim).toMatch(/203\.0\.113\.7; 198\.51\.100\.7.*address-dependent mapping/);
	});

	it.each([
		['nothing is told', BOTH + OUTSIDE],
		[
			'it is connected',
			`${BOTH}${OUTSIDE}iceConnectionState: failed\niceConnectionState: connected\n`
		]
	])('not where %s', async (_, text) => {
		expect(await mattersIn(text)).toEqual([]);
	});

	it('not where one side has a relay', async () => {
		const text = `${BOTH}${OUTSIDE}${relay('198.51.100.99', 'AnSw')}\niceConnectionState: failed\n`;
		expect(await mattersIn(text)).toEqual(['ice.told-failed']);
	});

	it('not where one side has a public address of its own', async () => {
		const text = `${BOTH}${OUTSIDE}${host('8.8.4.4', 'AnSw')}\niceConnectionState: failed\n`;
		expect(await mattersIn(text)).not.toContain('ice.no-relay');
	});

	it('bears out that two networks have nothing in common, or refutes it', async () => {
		const of = (state: string) => findingsOf(`${BOTH}${INSIDE}${state}\n`);
		expect((await of('iceConnectionState: failed'))[0]).toMatchObject({
			id: 'ice.different-private-networks',
			severity: 'breaks the call'
		});
		const up = await of('iceConnectionState: checking\niceConnectionState: connected');
		expect(up.map(({ id }) => id)).not.toContain('ice.different-private-networks');
		expect(up.every(({ severity }) => severity === 'worth knowing')).toBe(true);
	});
});

it('many candidates take time in proportion to their number', () => {
	const make = (count: number) =>
		BOTH +
		Array.from({ length: count }, (_, at) => asJson(host(`10.0.0.${at % 250}`, 'OfFr'))).join('\n');
	expect(costOfLength(make, 40, recognise)).toBeLessThan(8);
});

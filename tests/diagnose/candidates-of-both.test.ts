import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/lib/diagnose';
import { fixture } from '../sdp/fixtures';
import { without, withLines } from './damages/change';

const crlf = (sdp: string) => sdp.replace(/\r?\n/g, '\r\n');
const bare = (name: string) =>
	without(crlf(fixture(name)), 'candidate', 'end-of-candidates', 'ssrc', 'ssrc-group');
const OFFER = bare('chromium-offer-gathered');
const ANSWER = bare('chromium-answer-gathered');

const having = (sdp: string, ...candidates: string[]) =>
	withLines(sdp, 0, ...candidates.map((one) => `a=candidate:${one}`));
const host = (address: string, port = 5000) => `1 1 udp 2122260223 ${address} ${port} typ host`;
const tcp = (address: string, port: number, who: string) =>
	`2 1 tcp 1518280447 ${address} ${port} typ host tcptype ${who}`;

const look = (offer: string, answer: string) =>
	diagnose({
		kind: 'exchange',
		offer: { sdp: offer, of: 'offer' },
		answer: { sdp: answer, of: 'answer' }
	});
/** What is said of the candidates of an offer and its answer. */
const of = (offered: readonly string[], answered: readonly string[]) =>
	look(having(OFFER, ...offered), having(ANSWER, ...answered)).findings;
const idsOf = (findings: ReturnType<typeof of>) => findings.map(({ id }) => id);

describe('that no candidate can be paired', () => {
	it.each([
		['is said of two versions of IP', host('203.0.113.7'), host('2001:db8::9')],
		['is said of UDP and TCP', host('203.0.113.7'), tcp('198.51.100.9', 443, 'passive')],
		[
			'is said of two that wait',
			tcp('203.0.113.7', 443, 'passive'),
			tcp('198.51.100.9', 443, 'passive')
		]
	])('%s, before all else', (_, offered, answered) => {
		const [first] = of([offered], [answered]);
		expect(first).toMatchObject({
			id: 'ice.no-pair-possible',
			severity: 'will bite',
			isCertain: false
		});
	});

	it.each([
		['the offer', [tcp('203.0.113.7', 9, 'active')], [host('198.51.100.9')]],
		['the answer', [host('203.0.113.7')], [tcp('198.51.100.9', 9, 'active')]],
		['both', [tcp('203.0.113.7', 9, 'active')], [tcp('198.51.100.9', 9, 'active')]]
	])(
		'counts for little where %s may have been read before a socket was open',
		(_, mine, theirs) => {
			const said = of(mine, theirs).filter(({ id }) => id.startsWith('ice.'));
			expect(said.map(({ severity }) => severity)).toEqual(said.map(() => 'worth knowing'));
			expect(said.map(({ id }) => id)).toContain('ice.no-pair-possible');
		}
	);

	it('is certain of two that connect where both sides say that no candidate follows', () => {
		const ended = (sdp: string, address: string) =>
			withLines(having(sdp, tcp(address, 9, 'active')), 0, 'a=end-of-candidates');
		const { findings } = look(ended(OFFER, '203.0.113.7'), ended(ANSWER, '198.51.100.9'));
		expect(findings[0]).toMatchObject({ id: 'ice.no-pair-possible', severity: 'breaks the call' });
	});

	it('is certain where both sides say that no candidate follows', () => {
		const ended = (sdp: string, one: string) =>
			withLines(having(sdp, one), 0, 'a=end-of-candidates');
		const { findings } = look(
			ended(OFFER, host('203.0.113.7')),
			ended(ANSWER, host('2001:db8::9'))
		);
		expect(findings[0]).toMatchObject({ id: 'ice.no-pair-possible', severity: 'breaks the call' });
	});

	it.each([
		['one of several can', [host('2001:db8::7'), host('203.0.113.7')], [host('198.51.100.9')]],
		['one is a name', [host('0b0d6c84-3ab1-4b4f-a8e1-7f3c1b7e0f5a.local')], [host('2001:db8::9')]],
		['a side has none yet', [host('203.0.113.7')], []],
		[
			'one connects and one waits',
			[tcp('192.168.1.2', 9, 'active')],
			[tcp('198.51.100.9', 443, 'passive')]
		]
	])('is not said where %s', (_, offered, answered) => {
		expect(idsOf(of(offered, answered))).not.toContain('ice.no-pair-possible');
	});
});

describe('what is said of one side counts for less', () => {
	const severityOf = (id: string, findings: ReturnType<typeof of>) =>
		findings.filter((one) => one.id === id).map(({ severity }) => severity);

	it('where the other side has TCP as well', () => {
		const passive = [tcp('198.51.100.9', 443, 'passive')];
		const both = [host('192.168.1.2'), tcp('192.168.1.2', 9, 'active')];
		expect(severityOf('ice.only-tcp', of(both, passive))).toEqual(['worth knowing']);
	});

	it('where it may have been read before a socket was open, and not where no more will come', () => {
		const alone = (sdp: string) =>
			diagnose({ kind: 'description', role: 'offer', given: { sdp, of: 'offer' } }).findings;
		const sdp = having(OFFER, tcp('203.0.113.7', 9, 'active'));
		expect(severityOf('ice.only-tcp', alone(sdp))).toEqual(['worth knowing']);
		const ended = withLines(sdp, 0, 'a=end-of-candidates');
		expect(severityOf('ice.only-tcp', alone(ended))).toEqual(['will bite']);
	});

	it('where both sides are on one device, and not where one of them is elsewhere', () => {
		const here = of([host('127.0.0.1', 5000)], [host('127.0.0.1', 5001)]);
		expect(severityOf('ice.only-loopback', here)).toEqual(['worth knowing', 'worth knowing']);
		const apart = of([host('203.0.113.7')], [host('127.0.0.1', 5001)]);
		expect(severityOf('ice.only-loopback', apart)).toEqual(['will bite']);
	});
});

describe('that the answer has the candidates of the offer', () => {
	const SRFLX = '2 1 udp 1686052607 203.0.113.7 5000 typ srflx raddr 192.168.1.2 rport 5000';

	it('is said where all of them are', () => {
		const all = [host('192.168.1.2'), SRFLX];
		expect(of(all, all)[0]).toMatchObject({
			id: 'ice.candidates-returned',
			severity: 'breaks the call'
		});
	});

	it('is said with less weight of a private address, which two networks may have', () => {
		expect(of([host('192.168.1.2')], [host('192.168.1.2')])[0]).toMatchObject({
			id: 'ice.candidates-returned',
			severity: 'will bite'
		});
	});

	it.each([
		['another port of the same device', [host('192.168.1.2')], [host('192.168.1.2', 5001)]],
		['one that is its own', [host('192.168.1.2')], [host('192.168.1.2'), host('192.168.1.9')]],
		['loopback', [host('127.0.0.1')], [host('127.0.0.1')]],
		[
			'the port that active TCP is written with',
			[tcp('10.0.0.1', 9, 'active')],
			[tcp('10.0.0.1', 9, 'active')]
		]
	])('is not said where there is %s', (_, offered, answered) => {
		expect(idsOf(of(offered, answered))).not.toContain('ice.candidates-returned');
	});
});

describe('that a TURN server gave out an address of its own network', () => {
	const relay = (address: string, from: string) =>
		`3 1 udp 41885439 ${address} 57347 typ relay raddr ${from} rport 6547`;

	it('is said where the device came to it from a public one', () => {
		const findings = of([host('192.168.1.2')], [relay('172.17.0.5', '203.0.113.9')]);
		expect(findings[0]).toMatchObject({ id: 'ice.relay-inside', severity: 'will bite' });
		expect(idsOf(findings)).not.toContain('ice.different-private-networks');
	});

	it.each([
		['the relay is public', [relay('198.51.100.9', '203.0.113.9')]],
		['the device is in the same network', [relay('172.17.0.5', '172.17.0.1')]],
		['where the device came from is hidden', [relay('172.17.0.5', '0.0.0.0')]],
		[
			'another relay leads out',
			[relay('172.17.0.5', '203.0.113.9'), relay('198.51.100.9', '203.0.113.9')]
		]
	])('is not said where %s', (_, answered) => {
		expect(idsOf(of([host('192.168.1.2')], answered))).not.toContain('ice.relay-inside');
	});
});

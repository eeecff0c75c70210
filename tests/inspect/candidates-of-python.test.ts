import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../src/lib/inspect/find-candidates';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { findingsOf } from './concluded';
import { sdp } from './fixtures';

const OFFER = JSON.stringify({ type: 'offer', sdp: sdp('chromium-offer-gathered') });
const ANSWER = JSON.stringify({ type: 'answer', sdp: sdp('chromium-answer-gathered') });

/** What Python prints of a candidate of aiortc. */
const printed = (fields: { [name: string]: string } = {}) => {
	const all = {
		component: '1',
		foundation: "'2320000001'",
		ip: "'203.0.113.4'",
		port: '43822',
		priority: '2113937151',
		protocol: "'udp'",
		type: "'host'",
		relatedAddress: 'None',
		relatedPort: 'None',
		sdpMid: "'0'",
		sdpMLineIndex: '0',
		tcpType: 'None',
		...fields
	};
	const members = Object.entries(all).map(([name, value]) => `${name}=${value}`);
	return `RTCIceCandidate(${members.join(', ')})`;
};
const LINE = 'candidate:2320000001 1 udp 2113937151 203.0.113.4 43822 typ host';

describe('a candidate as Python prints it, by its fields', () => {
	it('is read with its section', () => {
		expect(findCandidates(`INFO: remote ${printed()}\n`)).toMatchObject([
			{ text: LINE, sdpMid: '0', sdpMLineIndex: 0, problem: null, start: 13 }
		]);
	});

	it('has what it is related to, its component and the kind of its TCP', () => {
		const text = printed({
			component: '2',
			type: "'srflx'",
			relatedAddress: "'192.168.7.4'",
			relatedPort: '50001',
			protocol: "'tcp'",
			tcpType: "'passive'",
			sdpMid: 'None',
			sdpMLineIndex: 'None'
		});
		const line =
			'candidate:2320000001 2 tcp 2113937151 203.0.113.4 43822 typ srflx raddr 192.168.7.4 rport 50001 tcptype passive';
		expect(findCandidates(text)).toMatchObject([{ text: line, sdpMid: null, sdpMLineIndex: null }]);
	});

	it('stands in a list, and in what holds it', () => {
		const list = `{'candidates': [${printed()}, ${printed({ sdpMid: "'1'", sdpMLineIndex: '1' })}]}`;
		expect(findCandidates(list)).toMatchObject([
			{ text: LINE, sdpMid: '0' },
			{ text: LINE, sdpMid: '1' }
		]);
	});

	it('is one of aioice without a name in front', () => {
		const all = [LINE, `${LINE.replace('host', 'srflx')} raddr 192.168.7.4 rport 50001`];
		const text = all.map((line) => `Candidate(${line.replace('candidate:', '')})\n`).join('');
		expect(findCandidates(text)).toMatchObject(all.map((line) => ({ text: line, problem: null })));
	});
});

describe('what it says beside descriptions counts', () => {
	const idsOf = async (fields: { [name: string]: string }, front = `${OFFER}\n${ANSWER}\n`) =>
		(await findingsOf(`${front}${printed(fields)}\n`)).map(({ id }) => id);

	it('a section that is not there', async () => {
		expect(await idsOf({ sdpMid: "'5'" })).toContain('ice.candidate-of-no-section');
		expect(await idsOf({})).not.toContain('ice.candidate-of-no-section');
	});

	it('an address that nobody reaches', async () => {
		expect(await idsOf({ ip: "'127.0.0.1'" }, '')).toEqual(['ice.only-loopback']);
		expect(await idsOf({ ip: "'172.17.0.2'" }, '')).toEqual(['ice.only-private']);
		expect(await idsOf({}, '')).toEqual([]);
	});

	it('and so it does in JSON', async () => {
		const one = {
			foundation: '1',
			ip: '203.0.113.4',
			port: 43822,
			priority: 1,
			protocol: 'udp',
			type: 'host',
			sdpMid: '5'
		};
		const ids = (await findingsOf(`${OFFER}\n${ANSWER}\n${JSON.stringify(one)}`)).map(
			({ id }) => id
		);
		expect(ids).toContain('ice.candidate-of-no-section');
	});
});

describe('no candidate is', () => {
	it.each([
		['what lacks an address', printed({ ip: 'None' })],
		['a gatherer with a foundation', "Gatherer(foundation='1', state='new', type='host')"],
		['one of statistics', printed({ candidateType: "'host'" })],
		['a person', 'Candidate(1 1 vote for Jane)'],
		['a pair', "CandidatePair(('192.0.2.1', 50001), ('203.0.113.4', 43822))"]
	])('%s', (_, text) => {
		expect(findCandidates(text)).toEqual([]);
	});
});

it('they are looked for in time in proportion to the length', () => {
	for (const unit of [
		'a(',
		'word',
		'RTCIceCandidate(foundation=',
		'Candidate(1 1 udp 1 a 1 typ ',
		'{('
	]) {
		const repeated = (length: number) => unit.repeat(Math.ceil(length / unit.length));
		expect(costOfLength(repeated, 16_000, recognise)).toBeLessThan(8);
	}
});

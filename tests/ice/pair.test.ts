import { describe, expect, it } from 'vitest';
import {
	formPairs,
	parseCandidate,
	priorityOfPair,
	whyNoPair,
	type Candidate
} from '../../src/lib/ice';
import { foundationBasis } from '../../src/lib/ice/foundation';

function candidate(text: string): Candidate {
	const parsed = parseCandidate(`candidate:${text}`);
	if (parsed.candidate === null) throw new Error(parsed.problem ?? 'no candidate');
	return parsed.candidate;
}

const host = candidate('1 1 udp 2130706431 192.0.2.1 1000 typ host');
const host6 = candidate('2 1 udp 2130706175 2001:db8::1 1000 typ host');
const linkLocal = candidate('8 1 udp 2130706175 fe80::1 1000 typ host');
const mdns = candidate('3 1 udp 2130706431 abc.local 1000 typ host');
const srflx = candidate('4 1 udp 1694498815 203.0.113.1 2000 typ srflx raddr 192.0.2.1 rport 1000');
const relay = candidate(
	'5 1 udp 16777215 198.51.100.1 3000 typ relay raddr 203.0.113.1 rport 2000'
);
const rtcp = candidate('1 2 udp 2130706430 192.0.2.1 1001 typ host');
const active = candidate('6 1 tcp 1518280447 192.0.2.1 9 typ host tcptype active');
const passive = candidate('7 1 tcp 1518214911 192.0.2.9 4000 typ host tcptype passive');

describe('which candidates form a pair', () => {
	it.each([
		['UDP with UDP', host, relay, null],
		['a name with any family', host6, mdns, null],
		['active with passive', active, passive, null],
		['RTP with RTCP', host, rtcp, /components, 1 and 2/],
		['UDP with TCP', host, passive, /One speaks UDP, the other TCP/],
		['IPv4 with IPv6', host, host6, /IPv4, the other IPv6/],
		['link-local with link-local', linkLocal, linkLocal, null],
		['link-local with global IPv6', linkLocal, host6, /Only one of the addresses is link-local/],
		['active with active', active, active, /cannot connect/]
	])('%s', (_, local, remote, reason) => {
		if (reason === null) expect(whyNoPair(local, remote)).toBeNull();
		else expect(whyNoPair(local, remote)).toMatch(reason);
	});

	it('compares transports without their case', () => {
		expect(whyNoPair({ ...host, transport: 'UDP' }, host)).toBeNull();
	});
});

describe('the checklist', () => {
	it('has the best pair first', () => {
		const pairs = formPairs([relay, host], [host, relay], 'controlling');
		expect(pairs.map(({ local, remote }) => `${local.type} → ${remote.type}`)).toEqual([
			'host → host',
			'host → relay',
			'relay → host',
			'relay → relay'
		]);
	});

	it('leaves out pairs that would send the same packets as a better one', () => {
		const pairs = formPairs([host, srflx], [relay], 'controlling');
		expect(pairs.map(({ local }) => local.type)).toEqual(['host']);
	});

	it('gives both sides the same priorities', () => {
		const here = formPairs([host, relay], [srflx], 'controlling').map(({ priority }) => priority);
		const there = formPairs([srflx], [host, relay], 'controlled').map(({ priority }) => priority);
		expect(here).toEqual(there);
		expect(priorityOfPair(host, srflx, 'controlling')).toBe(
			priorityOfPair(srflx, host, 'controlled')
		);
	});

	it('is empty where nothing goes together', () => {
		expect(formPairs([host], [passive, host6], 'controlled')).toEqual([]);
	});
});

describe('foundations', () => {
	it('rest on type, base and protocol', () => {
		expect(foundationBasis(host)).toBe('host 192.0.2.1 udp');
		expect(foundationBasis(srflx)).toBe('srflx 192.0.2.1 udp');
		expect(foundationBasis(relay)).toBe('relay 198.51.100.1 udp');
	});
});

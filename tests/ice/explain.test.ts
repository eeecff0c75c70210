import { describe, expect, it } from 'vitest';
import {
	CANDIDATE_TYPES,
	describeAddress,
	explainCandidate,
	explainCandidateField,
	explainPriority,
	parseCandidate
} from '../../src/lib/ice';

const explain = (text: string) => {
	const { candidate } = parseCandidate(`candidate:${text}`);
	return candidate === null ? null : explainCandidate(candidate);
};

describe('what an address tells', () => {
	it.each([
		['192.168.1.2', 4, 'private'],
		['10.0.0.1', 4, 'private'],
		['172.16.0.1', 4, 'private'],
		['172.32.0.1', 4, 'public'],
		['100.64.0.1', 4, 'shared'],
		['127.0.0.1', 4, 'loopback'],
		['169.254.1.1', 4, 'link-local'],
		['0.0.0.0', 4, 'unspecified'],
		['203.0.113.9', 4, 'documentation'],
		['224.0.0.251', 4, 'multicast'],
		['8.8.8.8', 4, 'public'],
		['::', 6, 'unspecified'],
		['::1', 6, 'loopback'],
		['fe80::1', 6, 'link-local'],
		['fd00::2', 6, 'unique-local'],
		['2001:db8::1', 6, 'documentation'],
		['2a00:1450::1', 6, 'public'],
		['ff02::fb', 6, 'multicast'],
		['1d5c8a52-6b9f-4d1e-8a07-0f1d2c3b4a59.local', null, 'mdns'],
		['example.com', null, 'name'],
		['999.1.1.1', null, 'name'],
		['', null, 'name'],
		['x'.repeat(100_000), null, 'name']
	])('%s', (address, family, scope) => {
		expect(describeAddress(address)).toMatchObject({ family, scope });
	});
});

describe('a candidate in one sentence', () => {
	it.each([
		[
			'1 1 udp 2122194687 192.168.1.2 5000 typ host',
			'A host candidate over UDP: 192.168.1.2 port 5000, a private address, reachable only inside its own network.'
		],
		[
			'1 1 udp 1694498815 8.8.8.8 2000 typ srflx raddr 192.168.1.2 rport 5000',
			'A server reflexive candidate over UDP: 8.8.8.8 port 2000; behind it is 192.168.1.2 port 5000.'
		],
		[
			'1 2 udp 1694498815 8.8.8.8 2000 typ prflx raddr 192.168.1.2 rport 5000',
			'A peer reflexive candidate for RTCP over UDP: 8.8.8.8 port 2000; behind it is 192.168.1.2 port 5000.'
		],
		[
			'1 1 tcp 1518280447 8.8.8.8 9 typ host tcptype active',
			'A host candidate over TCP: 8.8.8.8; it opens connections and accepts none, so its port 9 is a placeholder.'
		],
		['1 1 udp 1 8.8.8.8 9 typ odd', 'A candidate of type "odd" over UDP: 8.8.8.8 port 9.']
	])('%s', (text, sentence) => {
		expect(explain(text)).toBe(sentence);
	});

	it('has a meaning for each of the four types', () => {
		expect([...CANDIDATE_TYPES.keys()]).toEqual(['host', 'prflx', 'srflx', 'relay']);
	});
});

describe('a priority in one sentence', () => {
	it('tells when a browser has a type preference of its own', () => {
		expect(explainPriority(1518214911, 1, 'host')).toMatch(
			/type preference 90, where 126 is recommended for host/
		);
	});

	it('tells when the component in the bits is another', () => {
		expect(explainPriority(2122194687, 2, 'host')).toMatch(
			/belongs to component 1, for component 2 it would be 2122194686\.$/
		);
	});
});

describe('the fields', () => {
	it('explains each field of a candidate', () => {
		const text =
			'a=candidate:1 1 udp 1 8.8.8.8 9 typ relay raddr 1.2.3.4 rport 5 ufrag ab generation 0 network-id 1 network-cost 10 odd 1';
		const { candidate, fields } = parseCandidate(text);
		for (const { name, start, end } of fields) {
			expect(explainCandidateField(name, text.slice(start, end), candidate)).toMatch(/^\S.*\.$/);
		}
	});

	it('explains fields of a candidate that cannot be read', () => {
		expect(explainCandidateField('priority', 'x', null)).toBe('Part of a candidate.');
		expect(explainCandidateField('constructor', 'x', null)).toBe(
			'An extension named "constructor".'
		);
	});
});

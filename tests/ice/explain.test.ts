import { describe, expect, it } from 'vitest';
import {
	CANDIDATE_TYPES,
	explainCandidate,
	explainCandidateField,
	explainPriority,
	parseCandidate
} from '../../src/lib/ice';

const explain = (text: string) => {
	const { candidate } = parseCandidate(`candidate:${text}`);
	return candidate === null ? null : explainCandidate(candidate);
};

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
			'A host candidate over TCP: 8.8.8.8; it opens connections and accepts none, so its port is a placeholder.'
		],
		[
			'1 1 udp 1694498815 8.8.8.8 2000 typ srflx raddr 0.0.0.0 rport 0',
			'A server reflexive candidate over UDP: 8.8.8.8 port 2000; what is behind it is hidden.'
		],
		['1 1 udp 1 8.8.8.8 9 typ odd', 'A candidate of type “odd” over UDP: 8.8.8.8 port 9.']
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

	it('tells why TCP has less', () => {
		expect(explainPriority(1518214911, 1, 'host', 'tcp')).toMatch(
			/type preference 90, less than the 126 of host over UDP, so that UDP is preferred/
		);
	});

	it.each([0, 2 ** 31, 2 ** 32 - 1])('says that %d is out of range', (priority) => {
		expect(explainPriority(priority, 1, 'host')).toMatch(/allows, for that is 1 to 2³¹ − 1\.$/);
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

	it('says what a placeholder instead of the related address is for', () => {
		const { candidate } = parseCandidate('1 1 udp 1 8.8.8.8 9 typ srflx raddr :: rport 9');
		expect(explainCandidateField('rel-addr', '::', candidate)).toBe(
			':: hides the related address, which would tell of the network inside.'
		);
		expect(explainCandidateField('rel-port', '9', candidate)).toBe(
			'Port 9 hides the related port.'
		);
	});

	it('says which network has which cost', () => {
		const { candidate } = parseCandidate('1 1 udp 1 8.8.8.8 9 typ host network-cost 10');
		expect(explainCandidateField('network-cost', '10', candidate)).toMatch(/999: 10, as for Wi-Fi/);
		expect(explainCandidateField('network-cost', '7', candidate)).toMatch(/999: 7\.$/);
	});

	it('explains fields of a candidate that cannot be read', () => {
		expect(explainCandidateField('priority', 'x', null)).toBe('Part of a candidate.');
		expect(explainCandidateField('constructor', 'x', null)).toBe(
			'An extension named “constructor”.'
		);
	});
});

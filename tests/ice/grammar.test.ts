import { describe, expect, it } from 'vitest';
import { explainCandidate, explainCandidateField, parseCandidate } from '../../src/lib/ice';

/** What is wrong with a candidate that could be read all the same. */
function flawOf(text: string): string | null {
	const { candidate, problem } = parseCandidate(`candidate:${text}`);
	expect(candidate, text).not.toBeNull();
	return problem;
}

describe('a candidate that breaks the grammar is read, and its fault is told', () => {
	it.each([
		['3$3 1 udp 1 192.0.2.1 5 typ host', 'The foundation may not have “$” in it.'],
		['fé 1 udp 1 192.0.2.1 5 typ host', 'The foundation may not have “é” in it.'],
		['a-b 1 udp 1 192.0.2.1 5 typ host', 'The foundation may not have “-” in it.'],
		['1 1 u<p 1 192.0.2.1 5 typ host', 'The transport may not have “<” in it.'],
		[
			'1 1 FOO 1 192.0.2.1 5 typ host',
			'No specification defines candidates over “FOO”: whoever reads this ignores it.'
		],
		[
			'1 1 tcp-act 1 192.0.2.1 5 typ host',
			'“tcp-act” is how drafts wrote a TCP candidate before RFC 6544: today that is tcp, and tcptype active.'
		],
		[
			'1 1 TCP-PASS 1 192.0.2.1 5 typ host',
			'“TCP-PASS” is how drafts wrote a TCP candidate before RFC 6544: today that is tcp, and tcptype passive.'
		],
		[
			'1 1 ssltcp 1 192.0.2.1 443 typ host',
			'“ssltcp” is a transport of libwebrtc alone: TCP that begins like TLS.'
		],
		[
			'1 1 udp 0 192.0.2.1 5 typ host',
			'The priority must be a number from 1 to 2147483647 (2³¹ − 1).'
		],
		[
			'1 1 udp 2147483648 192.0.2.1 5 typ host',
			'The priority must be a number from 1 to 2147483647 (2³¹ − 1).'
		],
		[
			'1 1 udp 1 192.0.2.256 5 typ host',
			'“192.0.2.256” is neither an IP address nor a host name: the numbers of an IPv4 address are between 0 and 255.'
		],
		[
			'1 1 udp 1 foo_bar!! 5 typ host',
			'“foo_bar!!” is neither an IP address nor a host name: a host name has no “_”.'
		],
		[
			'1 1 udp 1 fe80::1%eth0 5 typ host',
			'The zone “%eth0” has a meaning on the device itself only and is no part of an address here.'
		],
		['1 1 udp 1 192.0.2.1 0 typ host', 'Nobody can send to port 0.'],
		[
			'1 1 udp 1 192.0.2.1 5 typ fost',
			'No specification defines candidates of type “fost”: whoever reads this ignores it.'
		],
		['1 1 udp 1 192.0.2.1 5 typ host</candidate>', 'The type may not have “<” in it.'],
		[
			'1 1 udp 1 192.0.2.1 5 typ ho…t',
			'The type may not have “…” in it: what printed this has left something out.'
		],
		['1 1 tcp 1 192.0.2.1 5 typ host tcptype foobar', 'The tcptype must be active, passive or so.'],
		['1 1 tcp 1 192.0.2.1 0 typ host', 'A TCP candidate needs a tcptype: active, passive or so.'],
		[
			'1 1 udp 1 192.0.2.1 5 typ host tcptype active',
			'Only TCP candidates have a tcptype, and this one is over udp.'
		],
		[
			'1 1 udp 1 192.0.2.1 5 typ relay raddr 198.51.100.1',
			'The related port (rport) is missing: a relayed candidate must have one.'
		],
		[
			'1 1 udp 1 192.0.2.1 5 typ srflx rport 9',
			'The related address (raddr) is missing: a server reflexive candidate must have one.'
		],
		[
			'1 1 udp 1 192.0.2.1 5 typ prflx',
			'The related address (raddr) is missing: a peer reflexive candidate must have one.'
		],
		[
			'1 1 udp 1 192.0.2.1 5 typ host raddr 198.51.100.1 rport 9',
			'A host candidate has no related address: raddr and rport are for the others.'
		],
		[
			'1 1 udp 1 192.0.2.1 5 typ srflx raddr foo_bar rport 9',
			'“foo_bar” is neither an IP address nor a host name: a host name has no “_”.'
		],
		[
			'1 1 udp 1 192.0.2.1 5 raddr 198.51.100.1 rport 9 typ srflx',
			'“raddr” stands in front of “typ”: the order is typ, raddr, rport, tcptype, and then the others.'
		],
		[
			'1 1 udp 1 192.0.2.1 5 typ srflx rport 9 raddr 198.51.100.1',
			'“rport” stands in front of “raddr”: the order is typ, raddr, rport, tcptype, and then the others.'
		],
		[
			'1 1 udp 1 192.0.2.1 5 generation 0 typ host',
			'“generation” stands in front of “typ”: the order is typ, raddr, rport, tcptype, and then the others.'
		],
		[
			'1 1 tcp 1 192.0.2.1 9 typ host generation 0 tcptype active',
			'“generation” stands in front of “tcptype”: the order is typ, raddr, rport, tcptype, and then the others.'
		],
		['1 1 udp 1 192.0.2.1 5 typ host typ relay', '“typ” comes twice.'],
		['1  1 udp 1 192.0.2.1 5 typ host', 'There are two spaces where one should be.'],
		['1 1 udp 1 192.0.2.1 5 typ host  generation 0', 'There are two spaces where one should be.'],
		[' 1 1 udp 1 192.0.2.1 5 typ host', 'There is a space in front of the foundation.'],
		['1 1 udp 1 192.0.2.1 5 typ host ', 'There is a space at the end of the line.'],
		[
			'1 1 udp 1 192.0.2.1 5 typ host generation 0</candidate>',
			'“generation” must be a number, and “0</candidate>” is none.'
		],
		[
			'1 1 udp 1 192.0.2.1 5 typ host network-id x',
			'“network-id” must be a number, and “x” is none.'
		],
		[
			'1 1 udp 1 192.0.2.1 5 typ host network-cost )',
			'“network-cost” must be a number, and “)” is none.'
		],
		['1 1 udp 1 192.0.2.1 5 typ host ufrag ab"', 'The ufrag may not have “"” in it.'],
		['1 1 udp 1 192.0.2.1 5 typ host ) timed', 'The name “)” may not have “)” in it.'],
		['1 1 udp 1 192.0.2.1 5 typ host foo bär', 'The value of “foo” may not have “ä” in it.']
	])('%s', (text, problem) => {
		expect(flawOf(text)).toBe(problem);
	});

	it.each([
		['candidate: 1 udp 99 192.0.2.1 5 typ host', 'The foundation is missing.', 'component-id'],
		['a=candidate: 1 udp 99 192.0.2.1 5 typ host', 'The foundation is missing.', 'component-id'],
		[
			'candidate:1 1 udp 99 192.0.2.1 typ host',
			'The port must be a number from 0 to 65535.',
			'foundation'
		]
	])('%s blames the field that is wrong', (text, problem, first) => {
		expect(parseCandidate(text)).toMatchObject({ candidate: null, problem });
		expect(parseCandidate(text).fields[0]?.name).toBe(first);
	});
});

describe('a candidate that keeps the grammar has no problem', () => {
	it.each([
		'1 1 UDP 1 192.0.2.1 5 typ host',
		'1 1 Udp 1 192.0.2.1 5 TYP HOST',
		'a+/Z09 256 udp 2147483647 2001:db8::1 65535 typ host',
		'1 1 udp 1 x.x.x.x 5 typ srflx raddr 0.0.0.0 rport 0',
		'1 1 udp 1 192.0.2.1 5 typ srflx raddr :: rport 9 generation 0 network-cost 999',
		'1 1 tcp 1 192.0.2.1 9 typ host tcptype active',
		'1 1 TCP 1 192.0.2.1 0 typ host tcptype active',
		'1 1 tcp 1 192.0.2.1 5 typ host tcptype SO generation 0',
		'1 1 tcp 1 192.0.2.1 5 typ srflx raddr 192.0.2.9 rport 7 tcptype passive',
		'1 1 udp 1 4f0b1c2d.local 5 typ host foo <b>',
		'1 1 udp 1 192.0.2.1 5 typ host generation 0 generation 1'
	])('%s', (text) => {
		expect(flawOf(text)).toBeNull();
	});
});

describe('what is not said', () => {
	const relay = '1 1 udp 1 192.0.2.1 5 typ relay raddr 198.51.100.1';

	it('is not taken for port 0', () => {
		const { candidate } = parseCandidate(`candidate:${relay}`);
		expect(candidate?.relatedPort).toBeNull();
		expect(candidate && explainCandidate(candidate)).toMatch(
			/; behind it is 198\.51\.100\.1, whose port is not said\.$/
		);
	});
});

describe('the type preference, by who has which', () => {
	const meaning = (priority: number, rest: string) => {
		const text = `candidate:1 1 ${rest.replace('PRIORITY', String(priority))}`;
		return explainCandidateField('priority', String(priority), parseCandidate(text).candidate);
	};
	const of = (preference: number) => 2 ** 24 * preference + 2 ** 8 * 30 + 255;
	const relay = 'udp PRIORITY 192.0.2.1 5 typ relay raddr 198.51.100.1 rport 9';

	it.each([
		[
			0,
			/type preference 0, as recommended for relayed \(as Chromium has it where it reaches the TURN server over TLS, Firefox over TCP\);/
		],
		[
			1,
			/type preference 1, where 0 is recommended for relayed \(as Chromium has it where it reaches the TURN server over TCP\);/
		],
		[
			2,
			/type preference 2, where 0 is recommended for relayed \(as Chromium has it where it reaches the TURN server over DTLS, in older versions over UDP\);/
		],
		[
			3,
			/type preference 3, where 0 is recommended for relayed \(as Chromium has it where it reaches the TURN server over UDP\);/
		],
		[
			5,
			/type preference 5, where 0 is recommended for relayed \(as Firefox has it where it reaches the TURN server over UDP\);/
		],
		[7, /type preference 7, where 0 is recommended for relayed;/]
	])('%d for a relayed candidate', (preference, words) => {
		expect(meaning(of(preference), relay)).toMatch(words);
	});

	it.each([
		[
			90,
			'host',
			/type preference 90, less than the 126 of host over UDP, so that UDP is preferred \(as Chromium has it over TCP\);/
		],
		[
			125,
			'host',
			/type preference 125, less than the 126 of host over UDP, so that UDP is preferred \(as Firefox has it over TCP\);/
		],
		[80, 'prflx', /type preference 80, less than the 110 .* \(as Chromium has it over TCP\);/],
		[109, 'prflx', /type preference 109, less than the 110 .* \(as Firefox has it over TCP\);/],
		[99, 'srflx', /type preference 99, less than the 100 .* \(as Firefox has it over TCP\);/],
		[
			70,
			'srflx',
			/type preference 70, less than the 100 of server reflexive over UDP, so that UDP is preferred;/
		]
	])('%d for a TCP candidate of type %s', (preference, type, words) => {
		const related = type === 'host' ? '' : ' raddr 198.51.100.1 rport 9';
		const rest = `tcp PRIORITY 192.0.2.1 9 typ ${type}${related} tcptype active`;
		expect(meaning(of(preference), rest)).toMatch(words);
	});

	it('tells the direction that RFC 6544 puts into the local preference', () => {
		const rest = 'tcp PRIORITY 192.0.2.1 9 typ host tcptype active';
		const priority = 2 ** 24 * 90 + 2 ** 8 * (6 * 2 ** 13 + 8191) + 255;
		expect(meaning(priority, rest)).toMatch(
			/local preference 57343 of 65535, of which the upper three bits, 6, stand for active;/
		);
		expect(meaning(of(90), rest)).toMatch(/local preference 30 of 65535; component 1\.$/);
	});
});

describe('what a network costs', () => {
	it.each([
		['0', /: 0, as for a cable\.$/],
		['1', /: 1, as for a VPN over a cable\.$/],
		['10', /: 10, as for Wi-Fi\.$/],
		['11', /: 11, as for a VPN over Wi-Fi\.$/],
		['50', /: 50, as for a network of unknown kind\.$/],
		['250', /: 250, as for 5G\.$/],
		['500', /: 500, as for 4G\.$/],
		['900', /: 900, as for a mobile network\.$/],
		['901', /: 901, as for a VPN over a mobile network\.$/],
		['910', /: 910, as for 3G\.$/],
		['980', /: 980, as for 2G\.$/],
		['999', /: 999, as where the browser may not tell its networks apart\.$/],
		['7', /: 7\.$/]
	])('%s', (cost, words) => {
		const { candidate } = parseCandidate('candidate:1 1 udp 1 192.0.2.1 5 typ host');
		expect(explainCandidateField('network-cost', cost, candidate)).toMatch(words);
	});
});

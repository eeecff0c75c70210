import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { conclude } from '../../src/lib/inspect/conclude';
import { costOfLength } from '../tools/growth';

function found(text: string) {
	const parts = recognise(text);
	if (!('candidates' in parts)) return { lines: [], ids: [], notes: [] };
	return {
		lines: parts.candidates.map((one) => [one.text, one.problem]),
		ids: conclude(parts).flatMap(({ findings }) => findings.map(({ id }) => id)),
		notes: parts.notes
	};
}

describe('a candidate that is told by its fields is read', () => {
	it('from a transport of mediasoup', () => {
		const transport = {
			id: 't1',
			iceParameters: { usernameFragment: 'abc12345', password: 'pQ7rStUvWxYz', iceLite: true },
			iceCandidates: [
				{
					foundation: 'udpcandidate',
					priority: 1076302079,
					ip: '127.0.0.1',
					address: '127.0.0.1',
					protocol: 'udp',
					port: 40010,
					type: 'host'
				}
			]
		};
		expect(found(JSON.stringify(transport, null, 2))).toEqual({
			lines: [['candidate:udpcandidate 1 udp 1076302079 127.0.0.1 40010 typ host', null]],
			ids: ['ice.only-loopback'],
			notes: []
		});
	});

	it('from statistics', () => {
		const stats = [
			{
				id: 'I1',
				type: 'remote-candidate',
				address: '203.0.113.7',
				port: 5000,
				protocol: 'udp',
				candidateType: 'srflx',
				priority: 1686052607,
				relatedAddress: '192.168.1.4',
				relatedPort: 50001
			}
		];
		expect(found(JSON.stringify(stats)).lines).toEqual([
			[
				'candidate:0 1 udp 1686052607 203.0.113.7 5000 typ srflx raddr 192.168.1.4 rport 50001',
				null
			]
		]);
	});

	it.each(["'", '"'])('from Jingle, with %s', (quote) => {
		const xml = `<iq><jingle action='session-initiate'><content><transport ufrag='a' pwd='b'><candidate component='1' foundation='7' generation='0' id='x' ip='10.0.5.7' network='0' port='10000' priority='2130706431' protocol='udp' type='host'/></transport></content></jingle></iq>`;
		expect(found(xml.replaceAll("'", quote))).toEqual({
			lines: [['candidate:7 1 udp 2130706431 10.0.5.7 10000 typ host', null]],
			ids: ['ice.only-private'],
			notes: []
		});
	});

	it.each([
		[
			"{ foundation: 'udpcandidate', ip: '10.0.0.5', port: 44444, priority: 1076558079, protocol: 'udp', type: 'host' }"
		],
		[
			"{\n  foundation: 'udpcandidate',\n  priority: 1076558079,\n  address: '10.0.0.5',\n  protocol: 'udp',\n  port: 44444,\n  type: 'host'\n}"
		],
		[
			'{type: host, foundation: udpcandidate, ip: 10.0.0.5, port: 44444, protocol: udp, priority: 1076558079}'
		]
	])('from an object of mediasoup in a console: %j', (one) => {
		const line = 'candidate:udpcandidate 1 udp 1076558079 10.0.0.5 44444 typ host';
		const log = `iceCandidates [ ${one} ]\niceParameters { iceLite: true, usernameFragment: '2mdk' }\n`;
		expect(found(log).lines).toEqual([[line, null]]);
	});
});

it('objects that are not closed are read in time in proportion to their number', () => {
	const repeated = (length: number) => '{ foundation: '.repeat(Math.ceil(length / 14));
	expect(costOfLength(repeated, 16_000, recognise)).toBeLessThan(8);
});

describe('no candidate is', () => {
	it.each([
		['another thing with an address', '{"ip":"10.0.0.1","port":80,"type":"server"}'],
		['a server', '{"address":"10.0.0.1","port":3478,"protocol":"udp","type":"turn"}'],
		['an element of another kind', "<candidate name='Jane' votes='12345678' party='none'/>"]
	])('%s', (_, text) => {
		expect(found(text).lines).toEqual([]);
	});

	it('one that has its line as well', () => {
		const line = 'candidate:1 1 udp 2122260223 192.0.2.1 50001 typ host';
		const one = {
			candidate: line,
			address: '192.0.2.1',
			port: 50001,
			protocol: 'udp',
			type: 'host'
		};
		expect(found(JSON.stringify(one)).lines).toEqual([[line, null]]);
	});
});

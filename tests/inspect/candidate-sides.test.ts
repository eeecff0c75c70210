import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';

const HOST = 'candidate:1 1 udp 2122260223 192.168.1.4 50000 typ host generation 0';
const SRFLX =
	'candidate:2 1 udp 1686052607 198.51.100.9 50000 typ srflx raddr 192.168.1.4 rport 50000 generation 0';
const TCP = 'candidate:3 1 TCP 2105524479 192.168.1.4 9 typ host tcptype active';
const OTHER = 'candidate:1 1 udp 2130706431 172.18.0.3 5000 typ host';
const ANOTHER = 'candidate:2 1 udp 2130706431 10.0.0.5 5000 typ host';

function candidatesIn(...lines: readonly string[]) {
	const found = recognise(lines.join('\n'));
	if (!('candidates' in found)) throw new Error(found.sentence);
	return found.candidates;
}

const sidesOf = (...lines: readonly string[]) => candidatesIn(...lines).map(({ side }) => side);
const textsOf = (...lines: readonly string[]) => candidatesIn(...lines).map(({ text }) => text);

describe('of two columns each candidate is read, and its column tells the side', () => {
	it.each([
		['tabs', '\t'],
		['blanks', '        '],
		['arrows', ' -> '],
		['arrows of two ends', ' <-> '],
		['bars', ' | ']
	])('with %s between', (_, joint) => {
		const lines = [
			'Raw Candidates',
			`Raw Local Candidate${joint}Raw Remote Candidate`,
			`${HOST}${joint}${OTHER}`,
			`${SRFLX}${joint}${ANOTHER}`
		];
		expect(textsOf(...lines)).toEqual([HOST, OTHER, SRFLX, ANOTHER]);
		expect(sidesOf(...lines)).toEqual(['local', 'remote', 'local', 'remote']);
		expect(candidatesIn(...lines).map(({ problem }) => problem)).toEqual([null, null, null, null]);
	});

	it('also where one column is longer, and where the other comes first', () => {
		const heading = 'Remote Candidate\tLocal Candidate';
		expect(sidesOf(heading, `${OTHER}\t${HOST}`, `\t${SRFLX}`, `${ANOTHER}\t`)).toEqual([
			'remote',
			'local',
			'local',
			'remote'
		]);
	});

	it('also without a heading, where an arrow leads from one to the other', () => {
		expect(sidesOf(`${HOST} -> ${OTHER}`)).toEqual(['local', 'remote']);
		const words = `local ${HOST} -> remote ${OTHER} : failed`;
		expect(textsOf(words)).toEqual([HOST, OTHER]);
		expect(sidesOf(words)).toEqual(['local', 'remote']);
	});

	it('but two in a line with nothing else are of no side', () => {
		expect(textsOf(`${HOST} ${SRFLX}`, `a=${TCP} a=${ANOTHER}`)).toEqual([
			HOST,
			SRFLX,
			`a=${TCP}`,
			`a=${ANOTHER}`
		]);
		expect(sidesOf(`${HOST} ${SRFLX}`)).toEqual([null, null]);
	});
});

describe('the words in front of candidates tell their sides', () => {
	it.each([
		['icecandidate\tsdpMid: 0, candidate: ', 'addIceCandidate\tsdpMid: 0, candidate: '],
		['Local ICE candidate: ', 'Remote ICE candidate: '],
		['sending ', 'received '],
		['Sent candidate ', 'Got remote candidate '],
		['onicecandidate ', 'Received ICE candidate: '],
		['--> ', '<-- '],
		['>>> {"candidate":"', '<<< {"candidate":"'],
		['[OUTGOING] ', '[INCOMING] '],
		['local candidates:\n', 'remote candidates:\n'],
		['onicecandidate {\n  candidate: "', 'addIceCandidate {\n  candidate: "']
	])('%j and %j', (local, remote) => {
		expect(sidesOf(`${local}${HOST}`, `${local}${SRFLX}`, `${remote}${OTHER}`)).toEqual([
			'local',
			'local',
			'remote'
		]);
	});

	it('also of a whole list below one heading', () => {
		const lines = ['Local candidates:', HOST, SRFLX, '', 'Remote candidates:', OTHER, ANOTHER];
		expect(sidesOf(...lines)).toEqual(['local', 'local', 'remote', 'remote']);
	});

	it('but not where they are of something else', () => {
		expect(sidesOf('received answer', HOST, SRFLX)).toEqual([null, null]);
		expect(sidesOf('setRemoteDescription done', HOST)).toEqual([null]);
		expect(sidesOf(HOST, OTHER)).toEqual([null, null]);
	});

	it('nor where the text is of both ends, so that one is sent here and received there', () => {
		expect(sidesOf(`sending ${HOST}`, `received ${HOST}`, `sending ${OTHER}`)).toEqual([
			null,
			null
		]);
		const own = `${HOST} ufrag Zk3x`;
		expect(sidesOf(`sending ${own}`, `received ${SRFLX} ufrag Zk3x`)).toEqual([null, null]);
	});
});

it.each([
	`${HOST}\t${OTHER}\n`,
	`${HOST} -> `,
	`${HOST} : : : `,
	`sending ${HOST}\n`,
	`Local\tRemote\n${HOST}\n`
])('many of %j cost what they are long', (one) => {
	expect(costOfLength((count) => one.repeat(count), 40, recognise)).toBeLessThan(6);
});

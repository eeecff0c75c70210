import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { candidate, pair, transport, type MadeObject } from './made-statistics';

const rtp = (way: 'in' | 'out', ssrc: number): MadeObject => ({
	id: `${way}${ssrc}`,
	type: `${way}bound-rtp`,
	kind: 'video',
	ssrc,
	[way === 'in' ? 'packetsReceived' : 'packetsSent']: 500
});

/** A connection of which a candidate of its own and one of the other side are known. */
const connection = (name: string, own: string, other: string, ...more: readonly MadeObject[]) => [
	{ ...transport('connected', 'connected'), bytesSent: 1000 + name.charCodeAt(0) },
	candidate(`L${name}`, 'local', own),
	candidate(`R${name}`, 'remote', other),
	{ ...pair(`L${name}`, `R${name}`, { state: 'succeeded', nominated: true }), id: `P${name}` },
	...more
];

function partnersIn(...connections: readonly (readonly MadeObject[])[]) {
	const found = recognise(connections.map((one) => JSON.stringify(one)).join('\n'));
	if (found.kind !== 'statistics') throw new Error(found.sentence);
	return {
		partners: found.dump.connections.map(({ partner }) => partner),
		of: /^What getStats\(\) gave(.*?),/.exec(found.sentence)?.[1]
	};
}

const ENDS = { partners: ['getStats 2', 'getStats 1'], of: ' of both ends' };
const APART = { partners: [null, null], of: ' of 2 connections' };
const [HERE, THERE, SERVER] = ['192.168.7.4', '192.168.7.9', '198.51.100.7'];

describe('two connections whose statistics were pasted', () => {
	it('are the ends of one, where one sends what the other receives', () => {
		const one = connection('a', HERE, THERE, rtp('out', 7), rtp('in', 8));
		const other = connection('b', THERE, HERE, rtp('out', 8), rtp('in', 7));
		expect(partnersIn(one, other)).toEqual(ENDS);
	});

	it('are not, where neither sends what the other receives', () => {
		const one = connection('a', HERE, SERVER, rtp('out', 7), rtp('in', 8));
		const other = connection('b', THERE, SERVER, rtp('out', 17), rtp('in', 18));
		expect(partnersIn(one, other)).toEqual(APART);
	});

	it('are, where one has a candidate of the other', () => {
		expect(partnersIn(connection('a', HERE, THERE), connection('b', THERE, HERE))).toEqual(ENDS);
	});

	it('are not, where both are of one machine and know nothing of each other', () => {
		const [one, other] = [connection('a', HERE, THERE), connection('b', HERE, SERVER)];
		expect(partnersIn(one, other)).toEqual(APART);
	});

	it('are, where nothing tells otherwise', () => {
		expect(partnersIn(connection('a', HERE, SERVER), connection('b', THERE, SERVER))).toEqual(ENDS);
	});
});

it('of three connections none is left out, and the ends of one are found', () => {
	const one = connection('a', HERE, THERE, rtp('out', 7));
	const other = connection('b', THERE, HERE, rtp('in', 7));
	const third = connection('c', '192.168.7.30', SERVER, rtp('out', 9));
	expect(partnersIn(one, third, other)).toEqual({
		partners: ['getStats 3', null, 'getStats 1'],
		of: ' of 3 connections'
	});
});

import { describe, expect, it } from 'vitest';
import { findingsOf, headOf, mattersIn } from './concluded';
import { changed, working, type MadeObject } from './made-statistics';

const of = (objects: readonly MadeObject[]) => mattersIn(JSON.stringify(objects));
const verdictOn = async (text: string) => {
	const head = await headOf(text);
	return head.kind === 'dump' ? head.conclusions[0]?.verdict?.sentence : null;
};

describe('a second picture of which packets come and no frame', () => {
	const second = (members: object): MadeObject => ({
		...working().find(({ id }) => id === 'IT01V3')!,
		id: 'IT01V4',
		mid: '3',
		ssrc: 2004,
		framesReceived: 0,
		framesDecoded: 0,
		...members
	});
	const large = { packetsReceived: 2500, bytesReceived: 2500 * 900 };

	it('is not decoded, where key frames are asked for', async () => {
		expect(await of([...working(), second({ ...large, pliCount: 55 })])).toEqual([
			'media.not-decoded'
		]);
	});

	it('is padding, where it is small, or nobody asks', async () => {
		const small = { packetsReceived: 2500, bytesReceived: 2500 * 200 };
		expect(await of([...working(), second({ ...small, pliCount: 55 })])).toEqual([]);
		expect(await of([...working(), second({ ...large, pliCount: 0 })])).toEqual([]);
	});
});

it('a decoder that does not keep up is found at one moment, too', async () => {
	const slow = { framesReceived: 1800, framesDecoded: 300, framesDropped: 1500 };
	expect(await of(changed('IT01V3', slow))).toEqual(['media.decoder-behind']);
});

it('a handshake that does not end is none of a call that is under way', async () => {
	const stuck = JSON.stringify(changed('T01', { dtlsState: 'connecting' }));
	expect((await findingsOf(stuck))[0]).toMatchObject({ id: 'dtls.never-finished' });
	expect(await verdictOn(stuck)).toBe('This call did not come about.');
});

describe('the statistics of mediasoup', () => {
	const transport = (second: number) => ({
		type: 'webrtc-transport',
		transportId: 'c1d2',
		timestamp: 1_767_323_045_000 + second * 1000,
		iceState: 'completed',
		dtlsState: 'connecting',
		bytesReceived: 100,
		bytesSent: 100
	});
	const looks = (...seconds: readonly number[]) =>
		seconds.map((second) => JSON.stringify([transport(second)])).join('\n');

	it('are several looks at one transport', async () => {
		const [first] = await findingsOf(looks(0, 4, 8, 12, 16, 20, 24, 28));
		expect(first).toMatchObject({ id: 'dtls.never-finished', severity: 'breaks the call' });
		expect(await verdictOn(looks(0, 4, 8, 12, 16, 20, 24, 28))).toBe(
			'This call did not come about.'
		);
	});

	it('and tell nothing of one that has just begun', async () => {
		expect(await verdictOn(looks(0, 2))).toBe(
			'This call is under way: it is too early to say what comes of it.'
		);
	});

	it('count packets by a name of their own', async () => {
		const streams = [
			{ type: 'inbound-rtp', ssrc: 1, kind: 'video', packetCount: 0, byteCount: 0 },
			{ type: 'inbound-rtp', ssrc: 2, kind: 'audio', packetCount: 900, byteCount: 90_000 }
		];
		expect((await findingsOf(JSON.stringify(streams)))[0]).toMatchObject({
			id: 'media.nothing-received'
		});
	});
});

it('of statistics that tell no state it is not said that nothing was agreed on', async () => {
	const stream = { id: 'a', type: 'inbound-rtp', ssrc: 1, kind: 'video', packetsReceived: 0 };
	expect(await verdictOn(JSON.stringify([stream]))).toBe(
		'Whether this call came about cannot be told from these statistics.'
	);
});

import { describe, expect, it } from 'vitest';
import { findingsOf, headOf, mattersIn } from './concluded';
import {
	candidate,
	changed,
	growing,
	pair,
	transport,
	working,
	type MadeObject
} from './made-statistics';

const of = (objects: readonly MadeObject[]) => mattersIn(JSON.stringify(objects));
const claimOf = async (objects: readonly MadeObject[]) =>
	(await findingsOf(JSON.stringify(objects)))[0]?.claim ?? '';
const without = (type: string) => working().filter((one) => one.type !== type);

const LOCAL = candidate('L', 'local', '192.168.7.4');
const PUBLIC = candidate('P', 'local', '203.0.113.4', 'srflx');
const INSIDE = candidate('R', 'remote', '10.9.8.7');
const OUTSIDE = candidate('S', 'remote', '198.51.100.7', 'srflx');
const NOTHING = { packetsReceived: 0, framesReceived: 0, framesDecoded: 0 };

describe('of what getStats() gave once is said first', () => {
	it.each<[string, string, MadeObject[]]>([
		[
			'that the other side has only addresses of its own network',
			'ice.remote-only-private',
			[transport('failed', 'new'), LOCAL, INSIDE, pair('L', 'R', { state: 'failed' })]
		],
		[
			'that no check was answered, also where ICE still tries',
			'ice.no-answer',
			[transport('checking', 'new'), LOCAL, OUTSIDE, pair('L', 'S')]
		],
		[
			'that all pairs failed, where no transport is reported',
			'ice.no-answer',
			[LOCAL, OUTSIDE, pair('L', 'S', { state: 'failed', requestsSent: undefined })]
		],
		[
			'that no two candidates go together',
			'ice.no-udp',
			[transport('new', 'new'), { ...LOCAL, protocol: 'tcp', tcpType: 'active' }, OUTSIDE]
		],
		[
			'that there is nothing of the other side',
			'ice.none-received',
			[transport('new', 'new'), LOCAL]
		],
		['that nothing was gathered', 'ice.none-gathered', [transport('new', 'new'), OUTSIDE]],
		[
			'that DTLS failed on a path that works',
			'dtls.failed',
			changed('T01', { dtlsState: 'failed' })
		],
		[
			'that DTLS does not come to an end',
			'dtls.never-finished',
			changed('T01', { dtlsState: 'connecting' })
		],
		[
			'that a path that had worked is gone',
			'ice.consent-lost',
			changed('T01', { iceState: 'disconnected' })
		],
		[
			'that nothing was received',
			'media.nothing-received',
			working().map((one) =>
				one.type === 'inbound-rtp' ? { ...one, ...NOTHING, packetsReceived: 0 } : one
			)
		],
		[
			'that nothing of a kind was received, of which the other side says that it was sent',
			'media.nothing-received',
			[
				...changed('IT01V3', NOTHING),
				{ id: 'RO3', type: 'remote-outbound-rtp', kind: 'video', ssrc: 3, packetsSent: 400 }
			]
		],
		['that no frame was decoded', 'media.not-decoded', changed('IT01V3', { framesDecoded: 0 })],
		[
			'that nobody plays the sound',
			'media.not-played',
			changed('IT01A2', { totalSamplesReceived: 0 })
		],
		['that nothing is sent', 'media.nothing-sent', changed('OT01A1', { packetsSent: 0 })],
		['how much was lost', 'media.loss', changed('IT01V3', { packetsLost: 1000 })],
		[
			'how long the picture stood still',
			'media.freezes',
			changed('IT01V3', { freezeCount: 4, totalFreezesDuration: 12.2 })
		]
	])('%s', async (_, id, objects) => {
		expect((await of(objects))[0]).toBe(id);
	});

	it('that the source is silent, as that of a microphone that is off, which need not be a fault', async () => {
		const text = JSON.stringify(changed('SA1', { audioLevel: 0, totalAudioEnergy: 0 }));
		expect(await findingsOf(text)).toMatchObject([
			{ id: 'media.source-silent', severity: 'worth knowing', isCertain: false }
		]);
	});

	it('that one kind does not come, as of a camera that is off, and that this need not be a fault', async () => {
		const text = JSON.stringify(changed('IT01V3', NOTHING));
		expect(await findingsOf(text)).toMatchObject([
			{ id: 'media.nothing-received', severity: 'worth knowing', isCertain: false }
		]);
	});

	it('of several pictures the one that stood still longest', async () => {
		const frozen = changed('IT01V3', { freezeCount: 2, totalFreezesDuration: 3 });
		const longer = { ...frozen.find(({ id }) => id === 'IT01V3')!, id: 'IT9' };
		const text = JSON.stringify([
			...frozen,
			{ ...longer, totalFreezesDuration: 9, freezeCount: 4 }
		]);
		expect(await findingsOf(text)).toMatchObject([
			{
				id: 'media.freezes',
				claim: 'One of 2 pictures that John sees stood still for 9 s in all, 4 times.'
			}
		]);
	});

	it('of all else nothing: a call that works has no finding', async () => {
		expect(await of(working())).toEqual([]);
		const head = await headOf(JSON.stringify(working()));
		expect(head).toMatchObject({
			kind: 'dump',
			conclusions: [
				{ verdict: { sentence: 'This call came about: John was connected.', isGood: true } }
			]
		});
	});

	it.each<[string, MadeObject[]]>([
		[
			'just connected',
			changed('IT01V3', { packetsReceived: 20, framesDecoded: 0, framesReceived: 0 })
		],
		['without a transport, as Firefox reported long', without('transport')],
		[
			'that only receives',
			[...without('outbound-rtp'), transport('completed', 'connected')].slice(1)
		],
		['with a layer that is off', [...working(), { ...working()[7]!, id: 'OT2', packetsSent: 0 }]],
		[
			'with pairs that failed beside the one that works',
			[...working(), OUTSIDE, pair('I1', 'S', { state: 'failed' })]
		],
		[
			'with one picture of many that nobody sends',
			[...working(), { ...working()[9]!, id: 'IT3', packetsReceived: 0 }]
		],
		[
			'with pictures that each stood still a moment',
			[3.4, 4.3].flatMap((totalFreezesDuration, at) => {
				const frozen = changed('IT01V3', { freezeCount: 2, totalFreezesDuration });
				return at === 0 ? frozen : [{ ...frozen.find(({ id }) => id === 'IT01V3')!, id: 'IT9' }];
			})
		],
		[
			'with a source that has just begun',
			changed('SA1', { totalAudioEnergy: 0, audioLevel: 0, totalSamplesDuration: 0.4 })
		],
		['with data alone', working().filter(({ type }) => !/rtp|source/.test(type))]
	])('nothing that matters of a call that works, %s', async (_, objects) => {
		expect(await of(objects)).toEqual([]);
	});

	it.each<[string, MadeObject[]]>([
		[
			'a few checks were sent',
			[transport('checking', 'new'), LOCAL, OUTSIDE, pair('L', 'S', { requestsSent: 3 })]
		],
		[
			'pairs wait',
			[
				transport('checking', 'new'),
				LOCAL,
				OUTSIDE,
				pair('L', 'S', { state: 'waiting', requestsSent: 0 })
			]
		],
		[
			'DTLS has begun',
			changed('CP1_2', { responsesReceived: 2 }).map((one) =>
				one.id === 'T01' ? { ...one, dtlsState: 'connecting' } : one
			)
		]
	])('nothing that takes two looks: %s', async (_, objects) => {
		expect(await of(objects)).toEqual([]);
		const head = await headOf(JSON.stringify(objects));
		expect(head.kind === 'dump' && head.conclusions[0]?.verdict?.sentence).toBe(
			'This call is under way: it is too early to say what comes of it.'
		);
	});

	it('with the figures that it rests on', async () => {
		const [first] = await findingsOf(
			JSON.stringify(changed('IT01V3', { framesDecoded: 0, framesReceived: 0 }))
		);
		expect(first?.claim).toBe(
			'John received 5000 packets of video and has not decoded one frame of it: not one frame was complete.'
		);
		expect(first?.because[0]).toEqual({
			kind: 'fact',
			text: 'inbound-rtp IT01V3: packetsReceived 5000, packetsLost 3, framesReceived 0, framesDecoded 0, keyFramesDecoded 2, pliCount 1, decoderImplementation libvpx'
		});
	});

	it('what the other side reports of what it sent', async () => {
		const report = { ...working()[9]!, id: 'ROV', type: 'remote-outbound-rtp', packetsSent: 900 };
		const objects = [...changed('IT01V3', { packetsReceived: 0 }), report];
		expect(await claimOf(objects)).toContain('900 packets of video, and not one of them arrived');
	});

	it('why a relay is missing, and that NATs stand between', async () => {
		const objects = [
			transport('failed', 'new'),
			LOCAL,
			PUBLIC,
			OUTSIDE,
			pair('P', 'S', { state: 'failed' })
		];
		expect(await claimOf(objects)).toMatch(/address-dependent mapping.*no relay/);
		expect((await of(objects))[0]).toBe('ice.no-relay');
	});
});

describe('of streams alone, as receiver.getStats() gives them', () => {
	const only = (id: string, members: object) => changed(id, members).filter((one) => one.id === id);

	it.each<[string, string, MadeObject[]]>([
		['that no frame is decoded', 'media.not-decoded', only('IT01V3', { framesDecoded: 0 })],
		[
			'also where few packets made whole frames',
			'media.not-decoded',
			only('IT01V3', { packetsReceived: 60, framesReceived: 40, framesDecoded: 0 })
		],
		['that nothing arrives', 'media.nothing-received', only('IT01A2', { packetsReceived: 0 })],
		['that nothing leaves', 'media.nothing-sent', only('OT01A1', { packetsSent: 0 })]
	])('%s', async (_, id, objects) => {
		expect(await of(objects)).toEqual([id]);
	});

	it('nothing of one that is in order, and that something came through', async () => {
		const head = await headOf(JSON.stringify(only('IT01V3', {})));
		expect(head).toMatchObject({ conclusions: [{ findings: [], verdict: { isGood: true } }] });
	});

	it('nothing of one that has just begun', async () => {
		const begun = { packetsReceived: 20, framesReceived: 2, framesDecoded: 0 };
		expect(await of(only('IT01V3', begun))).toEqual([]);
	});

	it('that one of several is not decoded', async () => {
		const other = { ...working()[9]!, id: 'IT4', framesDecoded: 0 };
		expect(await of([...working(), other])).toEqual(['media.not-decoded']);
	});

	it('nothing of padding by which a server tries the line', async () => {
		const padding = { ...working()[9]!, id: 'IT4', framesReceived: 0, framesDecoded: 0 };
		expect(await of([...working(), padding])).toEqual([]);
	});
});

describe('of several reports of getStats()', () => {
	const series = (at: (second: number) => MadeObject[]) =>
		JSON.stringify(
			Array.from({ length: 8 }, (_, second) =>
				at(second).map((one) => ({ ...one, timestamp: 1_767_323_000_000 + second * 1000 }))
			)
		);

	it('that the picture is frozen', async () => {
		const frozen = (asks: (second: number) => object) =>
			series((second) =>
				growing(second + 1).map((one) =>
					one.id === 'IT01V3'
						? { ...one, framesDecoded: Math.min(300, Number(one.framesDecoded)), ...asks(second) }
						: one
				)
			);
		expect(await mattersIn(frozen((second) => ({ pliCount: 1 + second })))).toEqual([
			'media.frozen'
		]);
		expect(await mattersIn(frozen(() => ({ pliCount: undefined })))).toEqual(['media.frozen']);
		// Whoever lacks a key frame goes on asking for one.
		expect(await mattersIn(frozen(() => ({})))).toEqual([]);
		expect(await mattersIn(series((second) => growing(second + 1)))).toEqual([]);
		const padding = { ...working()[9]!, id: 'IT4', mid: '2', framesReceived: 0, framesDecoded: 0 };
		const beside = series((second) => growing(second + 1, [...working(), padding]));
		expect(await mattersIn(beside)).toEqual([]);
	});
});

import { describe, expect, it } from 'vitest';
import { findingsOf } from './concluded';
import { cameAbout, internalsDump } from './made-dump';
import { changed, growing, type MadeObject } from './made-statistics';

/** What is found in a dump of a call in which one object is unlike those of a call that works. */
const found = async (statistics: (second: number) => readonly MadeObject[]) =>
	(await findingsOf(internalsDump([{ log: cameAbout(), statistics }]))).map(
		({ id, severity }) => [id, severity] as const
	);
const unlike = (id: string, members: object) =>
	found((second) => growing(second, changed(id, members)));

describe('a dump of a call that came about', () => {
	it('has nothing to tell of where all that is counted is in order', async () => {
		expect(await found((second) => growing(second))).toEqual([]);
	});

	it('says what its statistics counted from the beginning', async () => {
		expect(await unlike('IT01V3', { freezeCount: 4, totalFreezesDuration: 12.2 })).toEqual([
			['media.freezes', 'will bite']
		]);
	});

	it('says what the other side reports to have lost', async () => {
		const report = {
			id: 'RIA1',
			type: 'remote-inbound-rtp',
			kind: 'audio',
			localId: 'OT01A1',
			packetsLost: 600
		};
		const { localId, ...bare } = report;
		expect(localId).toBe('OT01A1');
		// aiortc and others tell no id of what it is about, but the SSRC.
		for (const one of [report, { ...bare, ssrc: 1001 }]) {
			expect(await found((second) => [...growing(second), one])).toEqual([
				['media.loss-on-the-way-out', 'will bite']
			]);
		}
		expect(await found((second) => [...growing(second), { ...bare, ssrc: 9 }])).toEqual([]);
		// 2²⁴ − 2 is as much as two less than none (RFC 3550, 6.4.1).
		const wrapped = { ...report, packetsLost: 16_777_214 };
		expect(await found((second) => [...growing(second), wrapped])).toEqual([]);
	});

	it('says that the decoder does not keep up, where whole frames came', async () => {
		const slow = { framesReceived: 1800, framesDecoded: 300, framesDropped: 1500 };
		expect(await unlike('IT01V3', slow)).toEqual([['media.decoder-behind', 'will bite']]);
		expect(await unlike('IT01V3', { ...slow, framesDecoded: 1700, framesDropped: 90 })).toEqual([]);
	});

	it('takes no sound that nobody gives or plays from first to last for a fault', async () => {
		expect((await unlike('IT01A2', { totalSamplesReceived: 0 }))[0]).toEqual([
			'media.not-played',
			'worth knowing'
		]);
		expect(await unlike('SA1', { audioLevel: 0, totalAudioEnergy: 0 })).toEqual([
			['media.source-silent', 'worth knowing']
		]);
	});

	it('does not tell of some seconds in an hour', async () => {
		const hour = { framesDecoded: 100_000, totalInterFrameDelay: 3600 };
		const still = { ...hour, freezeCount: 4, totalFreezesDuration: 12.2 };
		expect(await unlike('IT01V3', still)).toEqual([]);
	});

	it('takes no screen that stands still for a picture that does', async () => {
		const still = { freezeCount: 4, totalFreezesDuration: 12.2 };
		expect(await unlike('IT01V3', { ...still, contentType: 'screenshare' })).toEqual([]);
		expect(await unlike('IT01V3', { ...still, totalInterFrameDelay: 900 })).toEqual([]);
	});
});

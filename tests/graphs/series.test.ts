import { describe, expect, it } from 'vitest';
import type { PeerName, RtpStats, TraceEntry } from '../../src/lib/trace';
import { aligned, seriesOf, valueAt } from '../../src/lib/trace/series';
import { NO_STATS } from '../trace/recording';

function rtp(more: Partial<RtpStats> = {}): RtpStats {
	return {
		kind: 'video',
		mid: '0',
		codec: null,
		packets: 0,
		bytes: 0,
		frames: null,
		framesPerSecond: null,
		frameWidth: null,
		frameHeight: null,
		packetsLost: null,
		jitter: null,
		...more
	};
}

const BEGIN: TraceEntry = { seq: 0, at: 1000, attempt: 1, peer: null, kind: 'attempt', name: '' };

type Look = { at: number; inbound?: RtpStats[]; outbound?: RtpStats[]; rtt?: number };

/** A trace of looks at one peer's statistics. */
function trace(looks: readonly Look[], peer: PeerName = 'john', attempt = 1): TraceEntry[] {
	return [
		{ ...BEGIN, attempt },
		...looks.map(({ at, inbound = [], outbound = [], rtt }, index) => ({
			seq: index + 1,
			at,
			attempt,
			peer,
			kind: 'stats' as const,
			name: 'getStats',
			data: {
				...NO_STATS,
				at,
				inbound,
				outbound,
				selected: rtt === undefined ? null : { roundTripTime: rtt }
			} as never
		}))
	];
}

const values = (points: readonly { value: number | null }[]) => points.map(({ value }) => value);

describe('a time series', () => {
	it('counts seconds from when the attempt began', () => {
		const { john } = seriesOf(trace([{ at: 1500 }, { at: 2500 }]), 1);
		expect(john.receives.bitrate.map(({ t }) => t)).toEqual([0.5, 1.5]);
	});

	it('counts them from another time where one is given, and before it backwards', () => {
		const { john } = seriesOf(trace([{ at: 1500 }, { at: 2500 }]), 1, 2000);
		expect(john.receives.bitrate.map(({ t }) => t)).toEqual([-0.5, 0.5]);
	});

	it('takes a bitrate from how much the bytes of all streams grew', () => {
		const looks = [0, 1, 2].map((second) => ({
			at: 2000 + second * 1000,
			inbound: [rtp({ bytes: second * 10_000 }), rtp({ mid: '1', bytes: second * 2500 })]
		}));
		expect(values(seriesOf(trace(looks), 1).john.receives.bitrate)).toEqual([
			null,
			100_000,
			100_000
		]);
	});

	it('takes rates over about a second, however often it is looked', () => {
		const looks = [0, 200, 400, 600, 800, 1000, 1200].map((ms) => ({
			at: 2000 + ms,
			// All bytes come in one burst.
			inbound: [rtp({ bytes: ms >= 400 ? 10_000 : 0 })]
		}));
		const bitrate = values(seriesOf(trace(looks), 1).john.receives.bitrate);
		expect(bitrate[5]).toBe(80_000);
		expect(bitrate[6]).toBe(80_000);
	});

	it('breaks where nobody looked for a while, and counts nothing across the gap', () => {
		const looks = [2000, 3000, 60_000, 61_000].map((at) => ({
			at,
			inbound: [rtp({ bytes: at * 10, framesPerSecond: 20 })]
		}));
		const { bitrate, frameRate } = seriesOf(trace(looks), 1).john.receives;
		expect(values(bitrate)).toEqual([null, 80_000, null, 80_000]);
		expect(values(frameRate)).toEqual([20, 20, null, 20]);
	});

	it('says nothing where a counter went back', () => {
		const looks = [1000, 10].map((bytes, index) => ({
			at: 2000 + index * 1000,
			inbound: [rtp({ bytes })]
		}));
		expect(values(seriesOf(trace(looks), 1).john.receives.bitrate)).toEqual([null, null]);
	});

	it('takes the loss of what arrives from what was expected', () => {
		const looks = [
			{ at: 2000, inbound: [rtp({ packets: 0, packetsLost: 0 })] },
			{ at: 3000, inbound: [rtp({ packets: 75, packetsLost: 25 })] }
		];
		expect(values(seriesOf(trace(looks), 1).john.receives.loss)).toEqual([null, 25]);
	});

	it('takes loss, jitter and round-trip time of what leaves from the other side’s reports', () => {
		const reported = { fractionLost: 0.1, jitter: 0.004, roundTripTime: 0.03 };
		const looks = [{ at: 2000, rtt: 0.5, outbound: [rtp({ reported })] }];
		const { loss, jitter, roundTripTime } = seriesOf(trace(looks), 1).john.sends;
		expect([loss, jitter, roundTripTime].map((points) => valueAt(points))).toEqual([10, 4, 30]);
	});

	it('takes the round-trip time from the checks of ICE where no report tells it', () => {
		const looks = [{ at: 2000, rtt: 0.002, outbound: [rtp()] }];
		expect(values(seriesOf(trace(looks), 1).john.sends.roundTripTime)).toEqual([2]);
	});

	it('counts frames where their rate is not reported', () => {
		const looks = [0, 1].map((second) => ({
			at: 2000 + second * 1000,
			inbound: [rtp({ frames: second * 15 }), rtp({ kind: 'audio', mid: '1' })]
		}));
		expect(values(seriesOf(trace(looks), 1).john.receives.frameRate)).toEqual([null, 15]);
	});

	it('is of one attempt and one peer', () => {
		const entries = [...trace([{ at: 2000 }]), ...trace([{ at: 3000 }, { at: 4000 }], 'jane', 2)];
		const { john, jane } = seriesOf(entries, 2);
		expect([john.receives.bitrate.length, jane.receives.bitrate.length]).toEqual([0, 2]);
	});

	it('of nothing is empty', () => {
		expect(seriesOf([], 1).jane.sends.jitter).toEqual([]);
		expect(valueAt([])).toBeNull();
	});
});

describe('several series in one chart', () => {
	it('share a time axis, where a gap is null and a time of another line is undefined', () => {
		const johns = [
			{ t: 1, value: 10 },
			{ t: 3, value: null }
		];
		expect(aligned([johns, [{ t: 2, value: 20 }]])).toEqual([
			[1, 2, 3],
			[10, undefined, null],
			[undefined, 20, undefined]
		]);
	});

	it('have the last known value until a time', () => {
		const points = [
			{ t: 1, value: 10 },
			{ t: 3, value: 30 }
		];
		expect([valueAt(points, 2), valueAt(points, 3), valueAt(points, 0)]).toEqual([10, 30, null]);
	});
});

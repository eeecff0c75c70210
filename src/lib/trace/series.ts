import { PEER_NAMES, type PeerName, type TraceEntry } from './entry';
import type { PeerStats, RtpStats } from './view-stats';

/** What is drawn over time. */
export type Quantity = 'bitrate' | 'roundTripTime' | 'loss' | 'frameRate' | 'jitter';

/** As the peer counts what arrives, or what leaves. */
export type Direction = 'receives' | 'sends';

/** A value at a time; null where nothing is known, which breaks the line. */
export interface Point {
	/** Seconds since the attempt began, or since what its times count from. */
	readonly t: number;
	readonly value: number | null;
}

/** bitrate in bit/s, times in ms, loss in percent, frame rate in frames per second. */
export type Series = Readonly<Record<Quantity, readonly Point[]>>;

/** By peer and direction. */
export type SessionSeries = Readonly<Record<PeerName, Readonly<Record<Direction, Series>>>>;

/** Rates are taken over about this long: a look every 200 ms alone would draw noise. */
const WINDOW_MS = 900;
/** After so long without a look, nothing is known of the time between. */
const GAP_MS = 3500;

interface Sample {
	readonly at: number;
	readonly stats: PeerStats;
}

/**
 * The time series of an attempt, from its `stats` entries (webrtc-stats, 8.2 to 8.7).
 * @param origin from when its times count, in milliseconds since the Unix epoch; its beginning otherwise
 */
export function seriesOf(
	entries: readonly TraceEntry[],
	attempt: number,
	origin?: number
): SessionSeries {
	const own = entries.filter((entry) => entry.attempt === attempt);
	const first = own[0]?.at ?? 0;
	const begin = origin ?? first;
	const of = (peer: PeerName) => {
		const samples = own
			.filter((entry) => entry.kind === 'stats' && entry.peer === peer)
			.map(({ data }) => data as unknown as PeerStats)
			.map((stats): Sample => ({ at: stats.at, stats }));
		const timeOf = ({ at }: Sample) => (Math.max(first, at) - begin) / 1000;
		return {
			receives: directed(samples, timeOf, 'receives'),
			sends: directed(samples, timeOf, 'sends')
		};
	};
	return Object.fromEntries(PEER_NAMES.map((peer) => [peer, of(peer)])) as SessionSeries;
}

function directed(
	samples: readonly Sample[],
	timeOf: (sample: Sample) => number,
	direction: Direction
): Series {
	const streams = ({ stats }: Sample) =>
		direction === 'receives' ? stats.inbound : stats.outbound;
	const byRtcp = samples.some((one) => reports(one).some((time) => time !== undefined));
	const read: Record<Quantity, (now: Sample, before: Sample | null) => number | null> = {
		bitrate: (now, before) => before && bitrate(streams(now), streams(before), now.at - before.at),
		// By RTCP where the other side reports it, else by the checks of ICE: never a mixture.
		roundTripTime: (now) =>
			inMs(byRtcp ? largest(reports(now)) : now.stats.selected?.roundTripTime),
		loss: (now, before) =>
			direction === 'receives'
				? before && lossOf(streams(now), streams(before))
				: percent(largest(streams(now).map(({ reported }) => reported?.fractionLost))),
		frameRate: (now, before) => frameRate(streams(now), before && streams(before), now, before),
		jitter: (now) =>
			inMs(
				largest(
					streams(now).map((rtp) => (direction === 'receives' ? rtp.jitter : rtp.reported?.jitter))
				)
			)
	};
	const points = (quantity: Quantity) =>
		samples.map((now, index): Point => {
			const before = windowBefore(samples, index);
			const isGap = index > 0 && now.at - samples[index - 1]!.at > GAP_MS;
			const value = isGap ? null : read[quantity](now, before);
			return {
				t: timeOf(now),
				value: Number.isFinite(value) ? value : null
			};
		});
	return {
		bitrate: points('bitrate'),
		roundTripTime: points('roundTripTime'),
		loss: points('loss'),
		frameRate: points('frameRate'),
		jitter: points('jitter')
	};
}

/**
 * How much arrives at a peer at a moment, in bit/s, by its two latest reports that are about a second
 * apart; null where they are not there.
 *
 * @param length how many entries of the trace the moment is after
 */
export function latestBitrate(
	entries: readonly TraceEntry[],
	length: number,
	peer: PeerName
): number | null {
	const latest = latestSamples(entries, length, peer);
	if (!latest) return null;
	const [now, before] = latest;
	return bitrate(now.stats.inbound, before.stats.inbound, now.at - before.at);
}

/** The same of each stream by itself, those that leave as well; null for one that is not in both reports. */
export function bitratesOf(
	entries: readonly TraceEntry[],
	length: number,
	peer: PeerName
): (rtp: RtpStats) => number | null {
	const latest = latestSamples(entries, length, peer);
	if (!latest) return () => null;
	const [now, before] = latest;
	const earlier = [...before.stats.inbound, ...before.stats.outbound];
	return (rtp) => {
		const same = earlier.filter((one) => keyOf(one) === keyOf(rtp));
		return same.length === 1 ? bitrate([rtp], same, now.at - before.at) : null;
	};
}

/** The latest report of a peer, and the one before it that is about a second older. */
function latestSamples(
	entries: readonly TraceEntry[],
	length: number,
	peer: PeerName
): [now: Sample, before: Sample] | null {
	const samples: Sample[] = [];
	for (let at = length - 1; at >= 0; at -= 1) {
		const entry = entries[at]!;
		if (entry.kind === 'attempt') break;
		if (entry.kind !== 'stats' || entry.peer !== peer) continue;
		const stats = entry.data as unknown as PeerStats;
		samples.unshift({ at: stats.at, stats });
		if (samples.at(-1)!.at - stats.at >= WINDOW_MS) break;
	}
	const now = samples.at(-1);
	const before = now ? windowBefore(samples, samples.length - 1) : null;
	return now && before ? [now, before] : null;
}

/** The sample that rates are counted from: a window ago, or the first after a gap; null for none. */
function windowBefore(samples: readonly Sample[], index: number): Sample | null {
	const now = samples[index]!;
	let before: Sample | null = null;
	for (let at = index - 1; at >= 0; at -= 1) {
		const one = samples[at]!;
		if ((before ?? now).at - one.at > GAP_MS) break;
		before = one;
		if (now.at - one.at >= WINDOW_MS) break;
	}
	return before;
}

const reports = ({ stats }: Sample) =>
	stats.outbound.map(({ reported }) => reported?.roundTripTime);

/** Streams are told apart by SSRC; where it is not reported, by section and kind. */
const keyOf = ({ ssrc, mid, kind }: RtpStats) => ssrc ?? `${mid} ${kind}`;

/** How much a counter grew, over all streams; null where it went back, as in a new stream. */
function growth(
	now: readonly RtpStats[],
	before: readonly RtpStats[],
	count: (rtp: RtpStats) => number
): number | null {
	let sum = 0;
	for (const rtp of now) {
		const earlier = before.find((one) => keyOf(one) === keyOf(rtp));
		const grown = count(rtp) - (earlier ? count(earlier) : 0);
		if (grown < 0) return null;
		sum += grown;
	}
	return sum;
}

function bitrate(now: readonly RtpStats[], before: readonly RtpStats[], ms: number): number | null {
	if (now.length === 0 || ms <= 0) return null;
	const bytes = growth(now, before, (rtp) => rtp.bytes);
	return bytes === null ? null : (bytes * 8 * 1000) / ms;
}

/** Lost of what was expected. A late packet that comes after all makes the number lost shrink. */
function lossOf(now: readonly RtpStats[], before: readonly RtpStats[]): number | null {
	if (now.every(({ packetsLost }) => packetsLost === null)) return null;
	const arrived = growth(now, before, (rtp) => rtp.packets);
	const lost = growth(now, before, (rtp) => Math.max(0, rtp.packetsLost ?? 0)) ?? 0;
	if (arrived === null || arrived + lost === 0) return null;
	return (100 * lost) / (arrived + lost);
}

/** As reported; else the frames that were counted. */
function frameRate(
	now: readonly RtpStats[],
	before: readonly RtpStats[] | null,
	sample: Sample,
	earlier: Sample | null
): number | null {
	const video = now.filter(({ kind }) => kind === 'video');
	const reported = largest(video.map(({ framesPerSecond }) => framesPerSecond));
	if (reported !== null || before === null || earlier === null) return reported;
	if (video.every(({ frames }) => frames === null) || sample.at <= earlier.at) return null;
	const frames = growth(video, before, (rtp) => rtp.frames ?? 0);
	return frames === null ? null : (frames * 1000) / (sample.at - earlier.at);
}

function largest(values: readonly (number | null | undefined)[]): number | null {
	const known = values.filter((value) => value !== null && value !== undefined);
	return known.length === 0 ? null : Math.max(...known);
}

const inMs = (seconds: number | null | undefined) => (seconds == null ? null : seconds * 1000);
const percent = (fraction: number | null) => (fraction === null ? null : fraction * 100);

/** Several lines over one time axis: null breaks a line, undefined is a time of another line. */
export function aligned(
	lines: readonly (readonly Point[])[]
): [number[], ...(number | null | undefined)[][]] {
	const times = [...new Set(lines.flatMap((points) => points.map(({ t }) => t)))].sort(
		(a, b) => a - b
	);
	const columns = lines.map((points) => {
		const at = new Map(points.map(({ t, value }) => [t, value]));
		return times.map((t) => at.get(t));
	});
	return [times, ...columns];
}

/** The last value that is known until then. */
export function valueAt(points: readonly Point[], until = Infinity): number | null {
	return points.findLast(({ t }) => t <= until)?.value ?? null;
}

import type { DumpReport, Skips, StatsObject } from './dump';
import { isObject } from './values';

/** The values that one member of one stats object had over time. */
interface Series {
	readonly member: string;
	readonly values: readonly unknown[];
	readonly start: number;
	readonly end: number;
}

/** One stats object over time. */
interface Timeline {
	readonly id: string;
	readonly type: string;
	readonly series: Series[];
}

/** Two times that mean one call of `getStats()` may differ by so many milliseconds. */
const TOLERANCE = 100;
/** An object that was not reported for so long is gone. RTCP reports come when they come. */
const GONE = 5000;
/** Chrome keeps 1000 values of each member. More is not from Chrome. */
const MOST_REPORTS = 20_000;

/**
 * The statistics of a connection in a dump of `chrome://webrtc-internals`, which keeps the values of
 * each member of each object over time. They are put together again to what `getStats()` gave.
 */
export function internalsReports(stats: unknown, skips: Skips): () => Iterable<DumpReport> {
	if (stats !== undefined && !isObject(stats)) skips.add('statistics that are no object');
	const timelines = timelinesOf(isObject(stats) ? stats : {}, skips);
	return () => reportsOf(timelines);
}

function timelinesOf(stats: { [key: string]: unknown }, skips: Skips): Timeline[] {
	const timelines = new Map<string, Timeline>();
	for (const [key, entry] of Object.entries(stats)) {
		// What Chrome computed itself is named in brackets, for example [bytesSent_in_bits/s].
		if (key.endsWith(']')) continue;
		const hyphen = key.lastIndexOf('-');
		const series = seriesOf(key.slice(hyphen + 1), entry);
		if (hyphen === -1 || series === null) {
			skips.add('statistics without values or times');
			continue;
		}
		const id = key.slice(0, hyphen);
		const { statsType } = entry as { statsType?: unknown };
		const type = typeof statsType === 'string' ? statsType : 'unknown';
		const timeline = timelines.get(id) ?? { id, type, series: [] };
		timeline.series.push(series);
		timelines.set(id, timeline);
	}
	return [...timelines.values()];
}

function seriesOf(member: string, entry: unknown): Series | null {
	if (!isObject(entry)) return null;
	const start = Date.parse(String(entry.startTime));
	const end = Date.parse(String(entry.endTime));
	if (Number.isNaN(start) || Number.isNaN(end)) return null;
	try {
		const { values } = entry;
		const list: unknown = typeof values === 'string' ? JSON.parse(values) : values;
		return Array.isArray(list) && list.length > 0
			? { member, values: list as unknown[], start, end }
			: null;
	} catch {
		return null;
	}
}

/** The times of a series: those of its object where it has them, else evenly from start to end. */
function timesOf({ values, start, end }: Series, own: readonly number[] | null): readonly number[] {
	const count = values.length;
	if (own && own.length === count) return own;
	if (own && own.length > count) {
		if (Math.abs(own.at(-1)! - end) <= TOLERANCE) return own.slice(-count);
		if (Math.abs(own[0]! - start) <= TOLERANCE) return own.slice(0, count);
	}
	const step = count > 1 ? (end - start) / (count - 1) : 0;
	return values.map((_, index) => start + index * step);
}

/** A series that is read forward, for times that only grow. */
class Cursor {
	readonly member: string;
	readonly #times: readonly number[];
	readonly #values: readonly unknown[];
	#at = -1;

	constructor(series: Series, times: readonly number[]) {
		this.member = series.member;
		this.#values = series.values;
		this.#times = times;
	}

	/** The last value until a time; undefined where the first is yet to come. */
	until(time: number): unknown {
		while (this.#at + 1 < this.#times.length && this.#times[this.#at + 1]! <= time + TOLERANCE) {
			this.#at += 1;
		}
		return this.#at < 0 ? undefined : this.#values[this.#at];
	}

	get lastTime(): number {
		return this.#times.at(-1) ?? 0;
	}
}

function* reportsOf(timelines: readonly Timeline[]): Iterable<DumpReport> {
	const objects = timelines.map(({ id, type, series }) => {
		const stamps = series.find(({ member }) => member === 'timestamp')?.values;
		const own = stamps?.every((time) => typeof time === 'number') ? (stamps as number[]) : null;
		const cursors = series.map((one) => new Cursor(one, timesOf(one, own)));
		const axis = own ?? series.map((one) => timesOf(one, null)).sort(longer)[0] ?? [];
		const last = Math.max(...cursors.map((cursor) => cursor.lastTime));
		return { id, type, cursors, axis, last };
	});
	const axes = objects.filter(({ type }) => type === 'transport' || type === 'peer-connection');
	const axis =
		(axes.length > 0 ? axes : objects).map((object) => object.axis).sort(longer)[0] ?? [];
	let before = -Infinity;
	for (const at of axis.slice(-MOST_REPORTS)) {
		if (at <= before) continue;
		before = at;
		const report = new Map<string, StatsObject>();
		for (const { id, type, cursors, last } of objects) {
			const object: StatsObject = { id, type };
			for (const cursor of cursors) {
				const value = cursor.until(at);
				if (value === undefined) continue;
				// The dump writes a mid as a number where it looks like one.
				object[cursor.member] = cursor.member === 'mid' ? String(value) : value;
			}
			const gone = at - last > GONE && !type.startsWith('remote-');
			if (Object.keys(object).length > 2 && !gone) report.set(id, object);
		}
		yield { at, report };
	}
}

function longer(a: readonly unknown[], b: readonly unknown[]): number {
	return b.length - a.length;
}

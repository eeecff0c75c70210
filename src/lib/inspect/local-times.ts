import { isObject } from './values';

const DATE = String.raw`(?<a>\d{1,4})\D{1,4}(?<b>\d{1,2})\D{1,4}(?<c>\d{1,4})`;
const TIME = String.raw`(?<hours>\d{1,2})(?:[:.]| h )(?<minutes>\d{2})(?:(?:[:.]| min )(?<seconds>\d{2}))?`;
/** A time as a browser writes it for its user: three numbers of a date in some order, with a time. */
const LOCAL = [
	new RegExp(String.raw`^\D{0,20}${DATE}(?<before>\D{1,20})${TIME}(?<after>\D{0,20})$`),
	new RegExp(String.raw`^${TIME} ${DATE}$`)
];
/** What stands beside the hours in languages that count to twelve. */
const AFTERNOON = /p\.?\s?m|오후|下午|午後|μμ|μ\.μ|MD\b|ch\b|م/i;
const MORNING = /a\.?\s?m|오전|上午|午前|πμ|π\.μ|PG\b|sa\b|ص/i;
/** A time that says its zone. */
const ZONED = /(?:Z|GMT|UTC|[+-]\d{2}:?\d{2})(?:\s*\([^()]*\))?$/;

const QUARTER = 15 * 60_000;
/** Between the west of one and the east of the other, in quarters of an hour. */
const FARTHEST = 26 * 4;
/** How far what is written each second may be from what it tells of, in milliseconds. */
const TOLERANCE = 10_000;
/** Chrome keeps 1000 values, one a second: what began so long ago may have begun earlier. */
const KEPT = 990_000;

/** Which of the numbers of a date is the day, where the year comes last. */
type Order = 'day-month' | 'month-day';

/** When the log of a connection begins and ends, and when its statistics do, in milliseconds. */
interface Spans {
	readonly log: readonly [number, number];
	readonly stats: readonly [number, number];
}

/**
 * Reads the times of a log that a browser wrote for its user, as `toLocaleString()` has them: in the zone of
 * whoever saved it, and in the order of numbers of their language. Statistics of the same dump have UTC: they
 * tell which order and which zone it was.
 *
 * A log is written only while the page of it is open, and statistics are asked for from then on, each second.
 * So it neither begins before them nor goes on after them.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:content/browser/webrtc/webrtc_internals.cc `OnPeerConnectionUpdated`
 * @param connections of the dump, as they were parsed
 * @returns reads one of its times: milliseconds since 1970; null for what is none
 */
export function localTimes(connections: readonly unknown[]): (text: string) => number | null {
	const logs = connections.map((connection) => ({
		times: timesOf(connection),
		stats: statsOf(connection)
	}));
	const texts = logs.flatMap(({ times }) => times);
	const until = Math.max(...logs.map(({ stats }) => stats?.[1] ?? -Infinity));
	const order = orderOf(texts, until);
	const shift = shiftOf(
		logs.flatMap(({ times, stats }): Spans[] => {
			const read = times.map((text) => parsed(text, order)).filter((at) => at !== null);
			if (read.length === 0 || stats === null) return [];
			return [{ log: [read[0]!, read.at(-1)!], stats }];
		})
	);
	return (text) => {
		const at = parsed(text, order);
		if (at !== null) return at + shift;
		const zoned = Date.parse(text);
		return Number.isNaN(zoned) ? null : zoned;
	};
}

/** The times of a log that say no zone. */
function timesOf(connection: unknown): string[] {
	const { updateLog } = isObject(connection) ? connection : {};
	if (!Array.isArray(updateLog)) return [];
	return (updateLog as unknown[]).flatMap((update) => {
		const { time, timestamp } = isObject(update) ? update : {};
		return typeof time === 'string' && typeof timestamp !== 'number' ? [time] : [];
	});
}

/** When the statistics of a connection begin and end. */
function statsOf(connection: unknown): [number, number] | null {
	const { stats } = isObject(connection) ? connection : {};
	let [first, last] = [Infinity, -Infinity];
	for (const series of Object.values(isObject(stats) ? stats : {})) {
		const { startTime, endTime } = isObject(series) ? series : {};
		const [start, end] = [Date.parse(String(startTime)), Date.parse(String(endTime))];
		if (start < first) first = start;
		if (end > last) last = end;
	}
	return first <= last ? [first, last] : null;
}

/** Milliseconds since 1970 in the reader's zone; null for what has another form, or says its zone. */
function parsed(text: string, order: Order): number | null {
	if (ZONED.test(text)) return null;
	const found = LOCAL.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
	if (!found) return null;
	const { a, b, c, hours, minutes, seconds = '0', before = '', after = '' } = found;
	const [year, month, day] =
		a!.length > 2 ? [a, b, c] : order === 'day-month' ? [c, b, a] : [c, a, b];
	const beside = `${before} ${after}`;
	const isTwelve = AFTERNOON.test(beside) || MORNING.test(beside);
	const hour = isTwelve ? (Number(hours) % 12) + (AFTERNOON.test(beside) ? 12 : 0) : Number(hours);
	const full = Number(year) + (year!.length < 3 ? 2000 : 0);
	if (Number(month) > 12 || Number(day) > 31 || hour > 24) return null;
	return new Date(
		full,
		Number(month) - 1,
		Number(day),
		hour,
		Number(minutes),
		Number(seconds)
	).getTime();
}

const ORDERS: readonly Order[] = ['day-month', 'month-day'];

/** The order in which all can be read; where both may be, that whose last one comes nearer to the statistics. */
function orderOf(texts: readonly string[], until: number): Order {
	const local = texts.filter((text) => ORDERS.some((order) => parsed(text, order) !== null));
	const [one, other] = ORDERS.filter((order) =>
		local.every((text) => parsed(text, order) !== null)
	);
	if (one !== undefined && other === undefined) return one;
	const last = local.at(-1);
	if (last === undefined) return 'month-day';
	const [day, month] = ORDERS.map((order) => parsed(last, order) ?? -Infinity) as [number, number];
	if (Number.isFinite(until) && day !== month) {
		return Math.abs(until - day) < Math.abs(until - month) ? 'day-month' : 'month-day';
	}
	// Those that count to twelve and have slashes are Americans, but for a few.
	return /\//.test(last) && (AFTERNOON.test(last) || MORNING.test(last))
		? 'month-day'
		: 'day-month';
}

/** What is to be added to the times of logs, in milliseconds: none where they fit as they are. */
function shiftOf(spans: readonly Spans[]): number {
	const fits = (shift: number) =>
		spans.every(({ log, stats }) => {
			const isWhole = stats[1] - stats[0] < KEPT;
			return (
				log[1] + shift <= stats[1] + TOLERANCE &&
				(!isWhole || log[0] + shift >= stats[0] - TOLERANCE)
			);
		});
	if (spans.length === 0 || fits(0)) return 0;
	const { log, stats } = spans[0]!;
	let best = 0;
	let least = Infinity;
	for (let quarter = -FARTHEST; quarter <= FARTHEST; quarter++) {
		const shift = quarter * QUARTER;
		const apart = Math.abs(log[0] + shift - stats[0]);
		if (apart < least && fits(shift)) [best, least] = [shift, apart];
	}
	return best;
}

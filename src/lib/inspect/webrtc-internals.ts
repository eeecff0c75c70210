import { callName } from './call-names';
import { connectionsOf, type Found } from './connection';
import { Skips, type Dump, type DumpEvent } from './dump';
import { internalsReports } from './internals-stats';
import { localTimes } from './local-times';
import { asJson, isObject, parseValue } from './values';

/** Whether parsed JSON has the form of a dump of `chrome://webrtc-internals`. */
export function isWebrtcInternals(value: unknown): value is { PeerConnections: object } {
	return isObject(value) && isObject(value.PeerConnections);
}

/** Reads the time of an update: a number since Chrome 138, before that a text in the browser's language. */
type TimeOf = (update: { [key: string]: unknown }) => number | null;

const timeBy =
	(read: (text: string) => number | null): TimeOf =>
	({ timestamp, time }) => {
		if (typeof timestamp === 'number' && Number.isFinite(timestamp)) return timestamp;
		return typeof time === 'string' ? read(time) : null;
	};

/**
 * Reads a dump of `chrome://webrtc-internals` that was parsed as JSON: its connections with their
 * logs and statistics. What is missing or damaged is skipped and counted. Never throws.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:content/browser/resources/media/dump_creator.js
 */
export function readWebrtcInternals(dump: { PeerConnections: object }): Dump {
	const skips = new Skips();
	const found: Found[] = [];
	const madeAt = madeAtOf(dump);
	const timeOf = timeBy(localTimes(Object.values(dump.PeerConnections) as unknown[]));
	for (const [id, connection] of Object.entries(dump.PeerConnections)) {
		if (!isObject(connection)) {
			skips.add('connections that are no object');
			continue;
		}
		const { url, rtcConfiguration, updateLog, stats } = connection;
		if (!Array.isArray(updateLog)) skips.add('connections without an updateLog');
		found.push({
			id,
			url: typeof url === 'string' ? url : null,
			configuration: parseValue(rtcConfiguration),
			events: untilMade(
				eventsOf(Array.isArray(updateLog) ? (updateLog as unknown[]) : [], timeOf, skips),
				madeAt
			),
			reports: internalsReports(stats, skips)
		});
	}
	const { UserAgent, getUserMedia } = dump as { UserAgent?: unknown; getUserMedia?: unknown };
	return {
		source: 'webrtc-internals',
		browser: typeof UserAgent === 'string' ? UserAgent : null,
		connections: connectionsOf(found),
		media: mediaOf(Array.isArray(getUserMedia) ? (getUserMedia as unknown[]) : [], timeOf, skips),
		skipped: skips.list()
	};
}

/**
 * When a dump was made: newer ones say so; of others their last statistics tell it, which are taken
 * every second. null where it has neither.
 */
function madeAtOf(dump: { PeerConnections: object; timestamp?: unknown }): number | null {
	if (typeof dump.timestamp === 'number' && Number.isFinite(dump.timestamp)) return dump.timestamp;
	let last = '';
	for (const connection of Object.values(dump.PeerConnections) as unknown[]) {
		const { stats } = isObject(connection) ? connection : {};
		for (const series of Object.values(isObject(stats) ? stats : {})) {
			// Times of one form, from the year on, are in the order of their texts.
			const { endTime } = isObject(series) ? series : {};
			if (typeof endTime === 'string' && endTime > last) last = endTime;
		}
	}
	const at = Date.parse(last);
	return Number.isNaN(at) ? null : at;
}

/**
 * A log with its end: the page lists the connections that there are, so one that says no more was still
 * there, and nothing came, when the dump was made.
 */
function untilMade(events: DumpEvent[], madeAt: number | null): DumpEvent[] {
	const last = events.at(-1);
	if (last === undefined || madeAt === null || madeAt <= last.at) return events;
	return [...events, { at: madeAt, name: 'dump', value: null, key: null }];
}

function eventsOf(updates: readonly unknown[], timeOf: TimeOf, skips: Skips): DumpEvent[] {
	const events: DumpEvent[] = [];
	let last: number | null = null;
	for (const update of updates) {
		if (!isObject(update) || typeof update.type !== 'string') {
			skips.add('updates without a type');
			continue;
		}
		const at: number | null = timeOf(update) ?? last;
		if (at === null) {
			skips.add('updates without a time');
			continue;
		}
		last = at;
		events.push({ at, name: callName(update.type), value: parseValue(update.value), key: null });
	}
	return events;
}

/** The calls of `getUserMedia` and `getDisplayMedia`, each with its answer by its request id. */
function mediaOf(
	requests: readonly unknown[],
	timeOf: TimeOf,
	skips: Skips
): Dump['media'][number][] {
	const media: Dump['media'][number][] = [];
	for (const request of requests) {
		const at = isObject(request) ? timeOf(request) : null;
		if (!isObject(request) || at === null) {
			skips.add('requests for media without a time');
			continue;
		}
		const { rid, pid, request_id, request_type, error, error_message, stream_id } = request;
		const name = request_type === 'getDisplayMedia' ? 'getDisplayMedia' : 'getUserMedia';
		const base = { at, page: `${String(rid)}`, key: `${String(pid)} ${String(request_id)}` };
		if (error !== undefined) {
			const words = [error, error_message].filter((one) => typeof one === 'string').join(': ');
			media.push({ ...base, name: `${name}OnFailure`, value: words });
		} else if (stream_id !== undefined) {
			const tracks = (['audio', 'video'] as const).flatMap((kind) => {
				const track = parseValue(request[`${kind}_track_info`]);
				return isObject(track) ? [{ kind, ...track }] : [];
			});
			media.push({ ...base, name: `${name}OnSuccess`, value: asJson({ id: stream_id, tracks }) });
		} else {
			const audio = constraintOf(request.audio);
			const video = constraintOf(request.video);
			media.push({ ...base, name, value: asJson({ audio, video }) });
		}
	}
	return media;
}

/** Without constraints of its own a kind is written as the empty text, one not asked for not at all. */
function constraintOf(value: unknown): unknown {
	if (value === undefined) return false;
	return value === '' ? true : parseValue(value);
}

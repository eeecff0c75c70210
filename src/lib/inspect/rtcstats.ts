import type { Description, Json } from '../trace';
import { connectionsOf, type Found } from './connection';
import { Skips, type Dump, type DumpEvent, type DumpReport, type StatsObject } from './dump';
import { applyDelta, restoreSections } from './rtcstats-delta';
import { methodName } from './rtcstats-names';
import { asJson, descriptionOf, isObject, parseValue } from './values';

/** What the first line of a dump says, since version 3 of the format. */
export const RTCSTATS_MAGIC = 'RTCStatsDump';

/** The newest format of the file that is known, by its `fileFormat`. */
const NEWEST_FORMAT = 3;
/** Earlier than this, in milliseconds, a time is a distance from the one before (it is in 1973). */
export const FIRST_ABSOLUTE_TIME = 1e11;
const MEDIA = /^(?:navigator\.mediaDevices\.)?(get(?:User|Display)Media)(OnSuccess|OnFailure)?$/;

/** Whether a value has the form of a line: a method, a connection, its value, …, a time. */
export function isRtcstatsTuple(value: unknown): value is [string | number, ...unknown[]] {
	if (!Array.isArray(value) || value.length < 3) return false;
	const [method, connection] = value as unknown[];
	return (
		(typeof method === 'string' || typeof method === 'number') &&
		(connection === null || typeof connection === 'string') &&
		typeof value.at(-1) === 'number'
	);
}

/**
 * Reads a dump of rtcstats, a line of JSON for each event. What is damaged is skipped and counted;
 * the last line of a log that was cut off, for example. Never throws.
 * @see https://github.com/rtcstats/rtcstats, packages/rtcstats-server/docs/file-format.md
 */
export function readRtcstats(text: string): Dump {
	const reader = new Reader();
	let from = text.startsWith(RTCSTATS_MAGIC) ? text.indexOf('\n') + 1 || text.length : 0;
	while (from < text.length) {
		const feed = text.indexOf('\n', from);
		const to = feed === -1 ? text.length : feed;
		const line = text.slice(from, to).trim();
		from = to + 1;
		if (line === '') continue;
		try {
			reader.add(JSON.parse(line));
		} catch {
			reader.skips.add('lines that are no JSON');
		}
	}
	return reader.dump();
}

/** Reads the events of rtcstats from a list. @see readRtcstats */
export function readRtcstatsList(events: readonly unknown[]): Dump {
	const reader = new Reader();
	for (const event of events) reader.add(event);
	return reader.dump();
}

/** Reads the older form: an object with a list of events for each connection. @see readRtcstats */
export function readRtcstatsObject(value: { peerConnections: object }): Dump {
	const reader = new Reader();
	reader.describe(value);
	const lists: [id: string | null, events: unknown][] = Object.entries(value.peerConnections);
	const { getUserMedia } = value as { getUserMedia?: unknown };
	if (getUserMedia !== undefined) lists.unshift([null, getUserMedia]);
	for (const [id, events] of lists) {
		if (!Array.isArray(events)) {
			reader.skips.add('connections without a list of events');
			continue;
		}
		for (const event of events as unknown[]) {
			if (!isObject(event)) reader.skips.add('events that are no object');
			else {
				const at = typeof event.timestamp === 'number' ? event.timestamp : event.time;
				const time = typeof at === 'string' ? Date.parse(at) : at;
				reader.add([event.type, id === 'null' ? null : id, event.value, time]);
			}
		}
	}
	return reader.dump();
}

/** Whether parsed JSON has the older form. */
export function isRtcstatsObject(value: unknown): value is { peerConnections: object } {
	return isObject(value) && isObject(value.peerConnections);
}

interface Log extends Found {
	events: DumpEvent[];
	deltas: { at: number; delta: unknown }[];
	local: Description | null;
	remote: Description | null;
	created: Description | null;
}

/** Takes the events of all connections in turn. */
class Reader {
	readonly skips = new Skips();
	readonly #logs = new Map<string, Log>();
	readonly #media: Dump['media'][number][] = [];
	#time = 0;
	#browser: string | null = null;
	#url: string | null = null;
	#note: string | null = null;

	/** Takes what is said of the dump as a whole. */
	describe({ userAgent, url, origin, fileFormat }: { [key: string]: unknown }): void {
		if (typeof fileFormat === 'number' && fileFormat > NEWEST_FORMAT) {
			this.#note = `It is of file format ${fileFormat}, newer than the ${NEWEST_FORMAT} that is known here: some of it may be read wrongly.`;
		}
		if (typeof userAgent === 'string') this.#browser = userAgent;
		if (typeof url === 'string') this.#url = typeof origin === 'string' ? origin + url : url;
	}

	add(event: unknown): void {
		if (isObject(event)) return this.describe(event);
		if (!isRtcstatsTuple(event)) return this.skips.add('lines that are no event');
		const [method, id, value, ...rest] = event as [string | number, string | null, ...unknown[]];
		const time = timeOf(rest);
		// What comes without a connection may come without a value, too.
		if (!Number.isFinite(time)) return this.skips.add('events without a time');
		this.#time = time >= FIRST_ABSOLUTE_TIME ? time : this.#time + time;
		const name = methodName(method);
		const key = rest.find((one): one is string => typeof one === 'string') ?? null;
		const entry = { at: this.#time, name, value: asJson(value), key };
		const media = MEDIA.exec(name);
		if (media) {
			this.#media.push({ ...entry, name: media[1]! + (media[2] ?? ''), page: pageOf(id) });
		} else if (id === null) this.#client(entry);
		else this.#connection(entry, id, rest);
	}

	dump(): Dump {
		return {
			source: 'rtcstats',
			browser: this.#browser,
			connections: connectionsOf([...this.#logs.values()].map(foundOf)),
			media: this.#media,
			skipped: this.skips.list(),
			note: this.#note
		};
	}

	/** Takes what is said of no connection. */
	#client({ name, value }: DumpEvent): void {
		const said = parseValue(value);
		if (name === 'connectionInfo' && isObject(said)) return this.describe(said);
		if (name !== 'create') return this.skips.add('events of no connection');
		if (this.#browser === null && isObject(said)) this.#brands(said);
	}

	#brands(value: { [key: string]: unknown }): void {
		const { userAgentData } = value;
		const brands = isObject(userAgentData) ? userAgentData.brands : null;
		if (!Array.isArray(brands)) return;
		const words = (brands as unknown[])
			.filter(isObject)
			.map(({ brand, version }) => `${String(brand)} ${String(version)}`)
			.filter((brand) => !/^not.a.?brand/i.test(brand));
		if (words.length > 0) this.#browser = words.join(', ');
	}

	#connection(entry: DumpEvent, id: string, rest: readonly unknown[]): void {
		const log = this.#log(id);
		if (entry.name === 'getStats') {
			const delta = parseValue(entry.value);
			if (!isObject(delta)) return this.skips.add('statistics that are no object');
			log.deltas.push({ at: entry.at, delta });
			return;
		}
		if (entry.name === 'create') {
			log.configuration = parseValue(entry.value);
			const url = rest.find((one) => typeof one === 'string' && /^\w+:/.test(one));
			if (typeof url === 'string') log.url = url;
		}
		log.events.push({ ...entry, value: this.#whole(log, entry) });
	}

	#log(id: string): Log {
		const known = this.#logs.get(id);
		if (known) return known;
		const log: Log = {
			id,
			url: this.#url,
			configuration: null,
			events: [],
			reports: () => [],
			deltas: [],
			local: null,
			remote: null,
			created: null
		};
		this.#logs.set(id, log);
		return log;
	}

	/** The value with a description's sections put back. */
	#whole(log: Log, { name, value }: DumpEvent): Json {
		const parsed = parseValue(value);
		const short = descriptionOf(parsed);
		if (short === null) return parsed;
		const side = name === 'setRemoteDescription' ? log.remote : (log.local ?? log.created);
		const { description, lost } = restoreSections(side, short);
		if (lost > 0) this.skips.add('sections that were left out and are nowhere else', lost);
		if (name === 'setRemoteDescription') log.remote = description;
		else if (name.startsWith('setLocalDescription')) log.local = description;
		else log.created = description;
		return { ...description };
	}
}

function foundOf({ id, url, configuration, events, deltas }: Log): Found {
	return { id, url, configuration, events, reports: () => reportsOf(deltas) };
}

function* reportsOf(deltas: Log['deltas']): Iterable<DumpReport> {
	let report: ReadonlyMap<string, StatsObject> = new Map();
	for (const { at, delta } of deltas) {
		report = applyDelta(report, delta);
		yield { at, report };
	}
}

/** Takes the time from the end of an event. Newer servers of Jitsi write a number of their own after it. */
function timeOf(rest: unknown[]): number {
	const last = rest.pop() as number;
	const before = rest.at(-1);
	const isCounted = last < FIRST_ABSOLUTE_TIME && typeof before === 'number';
	return isCounted && before >= FIRST_ABSOLUTE_TIME ? (rest.pop() as number) : last;
}

/** Chromium names a connection by the number of its page and its own, 8-1. */
function pageOf(id: string | null): string | null {
	return id === null ? null : (/^(\d+)-\d+$/.exec(id)?.[1] ?? null);
}

import { importDump, recognise, type Dump } from '../../src/lib/inspect';
import { distillWhole } from '../../src/lib/rtc/stats';
import { reduce } from '../../src/lib/trace';

/** Values that a member of a stats object had, second by second from the first one on. */
export type Over = Readonly<Record<string, readonly unknown[] | string | number | boolean>>;

/** A stats object of a made dump, over time: a single value stands for all seconds. */
export interface MadeStats {
	readonly id: string;
	readonly type: string;
	/** When it is reported first, in seconds. */
	readonly from?: number;
	/** How often it is reported. */
	readonly times: number;
	readonly members: Over;
}

const BEGIN = Date.parse('2026-01-02T03:04:05Z');

/** A dump of webrtc-internals with one connection, made of its log and its statistics. */
export function madeInternals(
	log: readonly (readonly [type: string, value: unknown])[],
	stats: readonly MadeStats[]
): string {
	const series = stats.flatMap(({ id, type, from = 0, times, members }) => {
		const stamps = Array.from({ length: times }, (_, at) => BEGIN + (from + at) * 1000);
		const [startTime, endTime] = [stamps[0]!, stamps.at(-1)!].map((time) =>
			new Date(time).toISOString()
		);
		return Object.entries({ timestamp: stamps, ...members }).map(([member, value]) => [
			`${id}-${member}`,
			{
				startTime,
				endTime,
				statsType: type,
				values: JSON.stringify(Array.isArray(value) ? value : stamps.map(() => value as unknown))
			}
		]);
	});
	const updateLog = log.map(([type, value], index) => ({
		timestamp: BEGIN + index,
		type,
		value: JSON.stringify(value)
	}));
	const connection = { url: 'https://example.org/', updateLog, stats: Object.fromEntries(series) };
	return JSON.stringify({ PeerConnections: { '7-1': connection }, UserAgent: 'Chromium 156' });
}

/** What is in a text that has to be a dump. */
export function dumpIn(text: string): Dump {
	const found = recognise(text);
	if (!('dump' in found)) throw new Error(`no dump, but: ${found.sentence}`);
	return found.dump;
}

/** A dump as it is shown: its first connections as John and Jane. */
export function shown(text: string) {
	const imported = importDump(dumpIn(text), distillWhole);
	return { ...imported, view: reduce(imported.entries) };
}

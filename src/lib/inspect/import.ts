import { isConnected, type Reports } from '../diagnose';
import { PEER_NAMES, type Json, type PeerName, type PeerStats, type TraceEntry } from '../trace';
import { ChannelStates } from './channel-states';
import {
	Skips,
	suggestCast,
	type Cast,
	type Dump,
	type DumpConnection,
	type DumpReport,
	type Skipped
} from './dump';
import { errorOf, PeerLog, type Draft } from './peer-log';
import { withoutLegacy } from './statistics/legacy';
import { isUnderstood } from './stats-types';
import { isObject, parseValue, trackOf } from './values';

/** Distils what `getStats()` gave to what the trace keeps. `at` in milliseconds since the epoch. */
export type Distill = (report: RTCStatsReport, at: number) => PeerStats;

/** A trace that was made of a dump. */
export interface Imported {
	readonly entries: TraceEntry[];
	/** Who is shown as whom. */
	readonly cast: Cast;
	/** What could not be used, of the dump and of these connections. */
	readonly skipped: readonly Skipped[];
	/** What the statistics gave last, as they gave it. */
	readonly last: Reports;
	/** The same, while the connection stood. */
	readonly standing: Reports;
}

/**
 * Makes a trace of a dump, so that it can be shown like a session. A dump knows nothing of
 * signaling messages and of steps: there are none in the trace.
 *
 * @param distill what is kept of the statistics
 * @param cast which connection is shown as which peer; chosen where it is not given
 */
export function importDump(dump: Dump, distill: Distill, cast: Cast = suggestCast(dump)): Imported {
	const skips = new Skips();
	const peers = PEER_NAMES.flatMap((peer) => {
		const connection = dump.connections.find(({ id }) => id === cast[peer]);
		return connection ? [{ peer, connection }] : [];
	});
	const logs = peers.map(({ peer, connection }) => ({
		peer,
		drafts: new PeerLog(peer, connection, skips).drafts,
		statistics: statsDrafts(peer, connection, distill, skips)
	}));
	const drafts = [
		mediaDrafts(dump, peers, skips),
		...logs.flatMap((log) => [log.drafts, log.statistics.drafts])
	].flat();
	// Sorting is stable: within a log the order stays, for its times never go back.
	drafts.sort((a, b) => a.at - b.at);
	return {
		entries: entriesOf(drafts),
		cast: Object.fromEntries(peers.map(({ peer, connection }) => [peer, connection.id])),
		skipped: [...dump.skipped, ...skips.list()],
		last: reportsOf(logs, 'last'),
		standing: reportsOf(logs, 'standing')
	};
}

function reportsOf(
	logs: readonly { peer: PeerName; statistics: PeerStatistics }[],
	which: 'last' | 'standing'
): Reports {
	return Object.fromEntries(
		logs.flatMap(({ peer, statistics: { [which]: report } }) => (report ? [[peer, report]] : []))
	);
}

/** Drafts in the order of time as entries of one attempt. */
export function entriesOf(drafts: readonly Draft[]): TraceEntry[] {
	const [first] = drafts;
	if (!first) return [];
	const begun = { kind: 'attempt', name: 'fresh peers', peer: null, data: { reason: 'start' } };
	const entries = [{ seq: 0, at: first.at, attempt: 1, ...begun } as TraceEntry];
	const places = new Map<Draft, number>();
	for (const draft of drafts) {
		const seq = entries.length;
		places.set(draft, seq);
		const call = draft.settles && places.get(draft.settles);
		entries.push({
			seq,
			at: draft.at,
			attempt: 1,
			...draft.entry,
			...(call !== undefined && { call })
		});
	}
	return entries;
}

interface PeerStatistics {
	readonly drafts: Draft[];
	readonly last: DumpReport['report'] | null;
	readonly standing: DumpReport['report'] | null;
}

function statsDrafts(
	peer: PeerName,
	connection: DumpConnection,
	distill: Distill,
	skips: Skips
): PeerStatistics {
	const drafts: Draft[] = [];
	let whole: DumpReport['report'] | null = null;
	let standing: DumpReport['report'] | null = null;
	const channels = new ChannelStates();
	let last = connection.began ?? 0;
	for (const { at, report: given } of connection.reports()) {
		const report = withoutLegacy(given);
		if (!isUnderstood({ at, report }, skips)) continue;
		whole = report;
		if (isConnected(report)) standing = report;
		last = Math.max(last, at);
		for (const data of channels.changed(report)) {
			drafts.push({ at: last, entry: { peer, kind: 'event', name: 'data-channel', data } });
		}
		const stats = distilled(report, at, distill);
		if (stats === null) skips.add('statistics that make no sense');
		else {
			const data = stats as unknown as Json;
			drafts.push({ at: last, entry: { peer, kind: 'stats', name: 'getStats', data } });
		}
	}
	return { drafts, last: whole, standing };
}

function distilled(report: DumpReport['report'], at: number, distill: Distill): PeerStats | null {
	try {
		return distill(report as unknown as RTCStatsReport, at);
	} catch {
		return null;
	}
}

/**
 * The calls for media, given to the peer whose page made them; to the first where that is open, or where no
 * connection was made, as when the device is refused.
 */
function mediaDrafts(
	{ media, connections }: Dump,
	peers: readonly { peer: PeerName; connection: DumpConnection }[],
	skips: Skips
): Draft[] {
	const skip = (what: string): Draft[] => {
		skips.add(what);
		return [];
	};
	const calls = new Map<string, Draft>();
	return media.flatMap(({ at, name, value, key, page, file }): Draft[] => {
		const near = peers.filter(({ connection }) => connection.file === file);
		const own = near.find(
			({ connection }) => page !== null && connection.id.startsWith(`${page}-`)
		);
		const isAlone = connections.length === 0;
		const peer = isAlone ? 'john' : (own ?? (page === null ? near[0] : undefined))?.peer;
		if (peer === undefined) return skip('calls for media of other pages');
		const [, call = name, outcome] = /^(.+?)(OnSuccess|OnFailure)?$/.exec(name) ?? [];
		const id = `${call} ${key} ${file}`;
		if (outcome === undefined) {
			const draft: Draft = { at, entry: { peer, kind: 'call', name: call, data: value } };
			calls.set(id, draft);
			return [draft];
		}
		const settles = calls.get(id);
		calls.delete(id);
		if (!settles || at < settles.at)
			return skip('outcomes of calls for media that are not in the dump');
		return outcome === 'OnSuccess'
			? [{ at, settles, entry: { peer, kind: 'result', name: call, data: streamOf(value) } }]
			: [{ at, settles, entry: { peer, kind: 'error', name: call, data: { ...errorOf(value) } } }];
	});
}

/** A stream and its tracks, in the form in which the trace has it. */
function streamOf(value: Json): Json {
	const list = isObject(value) ? value.tracks : value;
	const tracks = (Array.isArray(list) ? (list as Json[]) : []).flatMap((one) => {
		const track = trackOf(parseValue(one));
		return track ? [{ kind: track.kind, id: track.id, label: track.label }] : [];
	});
	const id = isObject(value) && typeof value.id === 'string' ? value.id : null;
	return { id, tracks };
}

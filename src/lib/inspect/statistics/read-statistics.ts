import { counted } from '../counted';
import type { Dump, DumpConnection, DumpReport, StatsObject } from '../dump';
import { READ } from '../peer-log';
import { marksOf, partnersOf } from './ends';
import { statesOf } from './states';

/** Times of one call of `getStats()` differ by no more, in milliseconds. */
const AT_ONCE = 300;

/** At most so many connections are told apart. */
const MOST = 12;

/** Stats objects that were given at one time, by their ids. */
export type Snapshot = Map<string, StatsObject>;

/**
 * Makes a recording of what `getStats()` gave: a connection, both ends of one, or several, each with nothing but
 * its statistics, and the states that they tell (webrtc-stats, 8).
 * @param told the state that is told beside them; then theirs is not asked for
 */
export function readStatistics(objects: readonly StatsObject[], told: string | null = null): Dump {
	const ends = endsOf(snapshotsOf(objects));
	const partners = partnersOf(
		ends.map((looks) => marksOf(looks.flatMap((look) => [...look.values()])))
	);
	return {
		source: 'statistics',
		browser: null,
		connections: ends.map((looks, index) =>
			connectionOf(looks, index, ends.length === 1 ? told : null, partners[index] ?? null)
		),
		media: [],
		skipped: []
	};
}

/** What was found, in a sentence. */
export function statisticsSentence({ connections }: Dump): string {
	const reports = connections.map((one) => [...one.reports()]);
	const [last] = reports[0]?.slice(-1) ?? [];
	const count = last?.report.size ?? 0;
	const isOne = connections.length === 2 && connections.every(({ partner }) => partner !== null);
	const of = isOne
		? ' of both ends'
		: connections.length > 1
			? ` of ${connections.length} connections`
			: '';
	const looks = Math.max(...reports.map((all) => all.length));
	const once =
		looks > 1
			? `, ${looks} times`
			: ', at one moment: what grows or stands still cannot be told from it';
	return `What getStats() gave${of}, ${counted(count, 'object')}${once}.`;
}

/** An id that comes again belongs to the next look; so does what is of a later time. */
function snapshotsOf(objects: readonly StatsObject[]): Snapshot[] {
	const snapshots: Snapshot[] = [];
	for (const object of objects) {
		const last = snapshots.at(-1);
		if (last && !last.has(object.id)) last.set(object.id, object);
		else if (!last || !isSame(last.get(object.id)!, object)) {
			snapshots.push(new Map([[object.id, object]]));
		}
	}
	return snapshots;
}

/** Whether an object is only written twice. */
function isSame(one: StatsObject, other: StatsObject): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

const localOf = (snapshot: Snapshot): Set<string> =>
	new Set(
		[...snapshot.values()].flatMap(({ id, type }) => (type === 'local-candidate' ? [id] : []))
	);

/** The looks at each end: of another one are those that share no candidate of their own with the first. */
function endsOf(snapshots: readonly Snapshot[]): Snapshot[][] {
	const ends: { own: Set<string>; looks: Snapshot[] }[] = [];
	for (const snapshot of snapshots) {
		const own = localOf(snapshot);
		const known = ends.find((one) => [...own].some((id) => one.own.has(id)));
		const end = known ?? (own.size === 0 ? ends[0] : undefined);
		if (end) {
			end.looks.push(snapshot);
			for (const id of own) end.own.add(id);
		} else if (ends.length < MOST) ends.push({ own, looks: [snapshot] });
	}
	return ends.map(({ looks }) => looks);
}

function connectionOf(
	looks: readonly Snapshot[],
	index: number,
	told: string | null,
	partner: number | null
): DumpConnection {
	const reports = looks.map((report, at): DumpReport => ({ at: timeOf(report) ?? at, report }));
	reports.sort((one, other) => one.at - other.at);
	const events = reports.map(({ at, report }, look) => ({
		at,
		name: READ,
		value: told !== null && look === reports.length - 1 ? toldAs(told) : statesOf(report),
		key: null
	}));
	return {
		id: nameOf(index),
		url: null,
		configuration: null,
		began: reports[0]?.at ?? null,
		role: null,
		partner: partner === null ? null : nameOf(partner),
		events,
		reports: () => reports
	};
}

const nameOf = (index: number) => `getStats ${index + 1}`;

/** A state as a page tells it: of ICE and of the connection most names are the same. */
function toldAs(state: string): { [name: string]: string } {
	if (state === 'checking' || state === 'completed') return { iceConnectionState: state };
	if (state === 'connecting') return { connectionState: state };
	return { iceConnectionState: state, connectionState: state };
}

/** The time that most objects agree on; some, as those of RTCP, are from before. */
function timeOf(report: Snapshot): number | null {
	const times = [...report.values()]
		.map(({ timestamp }) => timestamp)
		.filter((time): time is number => typeof time === 'number' && Number.isFinite(time));
	if (times.length === 0) return null;
	const last = times.reduce((one, other) => Math.max(one, other));
	const near = times.filter((time) => last - time <= AT_ONCE);
	return near.reduce((one, other) => Math.min(one, other));
}

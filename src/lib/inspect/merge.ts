import { connectionsOf } from './connection';
import { Skips, type Dump, type DumpConnection, type DumpMedia, type DumpReport } from './dump';
import { alignClocks, type Clock } from './merge-clocks';
import { noteOf } from './merge-note';
import { takenOnce, type Member } from './merge-once';

/** A dump with the name of the file that it is from. */
export interface NamedDump {
	readonly name: string;
	readonly dump: Dump;
}

/**
 * One dump of several: the connections of all, who of them talked with whom, on one clock, that of the
 * first file as far as it can be. What was done is in `note`. Times and offsets are in milliseconds;
 * never throws.
 */
export function mergeDumps(named: readonly NamedDump[]): Dump {
	const dumps = named.map(({ dump }) => dump);
	const labels = unique(named.map(({ name }) => name));
	const { members, browsers, doubled } = takenOnce(dumps);
	const ids = idsOf(members, labels);
	const browserOf = (file: number) => browsers[file] ?? file;
	const connections = connectionsOf(
		members.map(({ file, connection }, index) => ({
			id: ids[index]!,
			url: connection.url,
			configuration: connection.configuration,
			events: connection.events,
			reports: connection.reports,
			file: labels[browserOf(file)]!
		}))
	);
	const clocked = connections.map((connection, index) => ({
		browser: browserOf(members[index]!.file),
		connection
	}));
	const clocks = alignClocks([...new Set(browsers)], clocked);
	return {
		source: sourceOf(dumps),
		browser: [...new Set(dumps.flatMap(({ browser }) => browser ?? []))].join(' and ') || null,
		connections: clocked.map(({ browser, connection }) => onClock(connection, clocks.get(browser))),
		media: mediaOf(dumps, browsers, labels, clocks),
		skipped: skippedOf(dumps),
		note: noteOf({ dumps, labels, doubled, clocks, isTied: isTied(connections) })
	};
}

/** Names with a number behind those that were there before. */
function unique(names: readonly string[]): string[] {
	const taken = new Set<string>();
	return names.map((name) => {
		let own = name;
		for (let count = 2; taken.has(own); count += 1) own = `${name} (${count})`;
		taken.add(own);
		return own;
	});
}

/** The id of each connection, with its file where another has the same. */
function idsOf(members: readonly Member[], labels: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const { connection } of members) {
		counts.set(connection.id, (counts.get(connection.id) ?? 0) + 1);
	}
	return unique(
		members.map(({ file, connection: { id } }) =>
			counts.get(id) === 1 ? id : `${id} of ${labels[file]}`
		)
	);
}

function sourceOf(dumps: readonly Dump[]): Dump['source'] {
	const [first, ...more] = new Set(dumps.map(({ source }) => source));
	return first === undefined || more.length > 0 ? 'mixed' : first;
}

/** Whether two connections of different files talked with each other. */
function isTied(connections: readonly DumpConnection[]): boolean {
	const files = new Map(connections.map(({ id, file }) => [id, file]));
	return connections.some(({ partner, file }) => partner !== null && files.get(partner) !== file);
}

function onClock(connection: DumpConnection, clock: Clock | undefined): DumpConnection {
	const shift = clock?.shift ?? 0;
	if (shift === 0) return connection;
	const { began, events, reports } = connection;
	return {
		...connection,
		began: began === null ? null : began + shift,
		events: events.map((event) => ({ ...event, at: event.at + shift })),
		reports: () => shifted(reports(), shift)
	};
}

function* shifted(reports: Iterable<DumpReport>, shift: number): Iterable<DumpReport> {
	for (const { at, report } of reports) yield { at: at + shift, report };
}

/** The calls for media of all pages; of one that is in several files, from the file that has most of them. */
function mediaOf(
	dumps: readonly Dump[],
	browsers: readonly number[],
	labels: readonly string[],
	clocks: ReadonlyMap<number, Clock>
): DumpMedia[] {
	const pages = new Map<string, DumpMedia[]>();
	dumps.forEach(({ media }, at) => {
		const browser = browsers[at] ?? at;
		const shift = clocks.get(browser)?.shift ?? 0;
		const own = new Map<string, DumpMedia[]>();
		for (const one of media) {
			const key = `${browser} ${one.page}`;
			const list = own.get(key) ?? [];
			list.push({ ...one, at: one.at + shift, file: labels[browser]! });
			own.set(key, list);
		}
		for (const [key, list] of own) {
			if (list.length > (pages.get(key)?.length ?? 0)) pages.set(key, list);
		}
	});
	return [...pages.values()].flat();
}

function skippedOf(dumps: readonly Dump[]): Dump['skipped'] {
	const skips = new Skips();
	for (const { skipped } of dumps) for (const { what, count } of skipped) skips.add(what, count);
	return skips.list();
}

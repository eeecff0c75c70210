import { areSame, endsOf, keysOf, type Ends } from './credentials';
import type { Dump, DumpConnection } from './dump';

/** A connection with the place of the file that it is from. */
export interface Member {
	readonly file: number;
	readonly connection: DumpConnection;
}

/** The connections of several dumps, each once. */
export interface Once {
	readonly members: readonly Member[];
	/** Of each file, the first file of the same browser: it has a connection of that, under the same id. */
	readonly browsers: readonly number[];
	/** How many connections were in more than one file. */
	readonly doubled: number;
}

/** Two loggers of one browser write the same time, but for rounding, in milliseconds. */
const ROUNDING = 2;

/**
 * Takes a connection that is in more than one dump once, by its longer log: a later dump of a page
 * contains the earlier one.
 */
export function takenOnce(dumps: readonly Dump[]): Once {
	const members: Member[] = [];
	const ends: Ends[] = [];
	const byKey = new Map<string, number[]>();
	const keep = (keys: readonly string[], place: number) => {
		for (const key of keys) {
			const places = byKey.get(key);
			if (places) places.push(place);
			else byKey.set(key, [place]);
		}
	};
	const doubled = new Set<number>();
	let browsers = dumps.map((_, file) => file);
	dumps.forEach(({ connections }, file) => {
		for (const connection of connections) {
			const own = endsOf(connection.events);
			const keys = [`id ${connection.id}`, ...keysOf(own)];
			const place = keys
				.flatMap((key) => byKey.get(key) ?? [])
				.find((at) => {
					const other = members[at]!;
					if (other.file === file) return false;
					return areSame(own, ends[at]!) ?? beginAlike(connection, other.connection);
				});
			if (place === undefined) {
				keep(keys, members.length);
				members.push({ file, connection });
				ends.push(own);
				continue;
			}
			const other = members[place]!;
			doubled.add(place);
			if (connection.id === other.connection.id) {
				const [from = 0, to = 0] = [browsers[file], browsers[other.file]];
				const [first, second] = [Math.min(from, to), Math.max(from, to)];
				browsers = browsers.map((one) => (one === second ? first : one));
			}
			if (!isLonger(connection, other.connection)) continue;
			members[place] = { file, connection };
			ends[place] = own;
			// A longer log may know of credentials that the shorter one ended before.
			keep(keys, place);
		}
	});
	return { members, browsers, doubled: doubled.size };
}

/** Whether two logs without descriptions begin with the same, under the same id. */
function beginAlike(a: DumpConnection, b: DumpConnection): boolean {
	if (a.id !== b.id || a.began === null || b.began === null) return false;
	if (Math.abs(a.began - b.began) > ROUNDING) return false;
	const [first, second] = [a.events[0], b.events[0]];
	return (
		first?.name === second?.name && JSON.stringify(first?.value) === JSON.stringify(second?.value)
	);
}

function isLonger(a: DumpConnection, b: DumpConnection): boolean {
	return a.events.length === b.events.length
		? lastOf(a) > lastOf(b)
		: a.events.length > b.events.length;
}

/** When the last statistics of a connection were taken. */
function lastOf({ reports }: DumpConnection): number {
	let last = -Infinity;
	for (const { at } of reports()) last = at;
	return last;
}

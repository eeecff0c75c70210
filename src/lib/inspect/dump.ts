import type { Course } from '../diagnose';
import type { Json, PeerName } from '../trace';

/** One line of a dump's log, with the API's own name: `createOffer`, `icecandidate`. */
export interface DumpEvent {
	/** Milliseconds since the Unix epoch. */
	readonly at: number;
	readonly name: string;
	readonly value: Json;
	/** What ties an outcome to its call, where the dump has it. */
	readonly key: string | null;
}

/** One stats object (webrtc-stats, 8), as loosely typed as dumps have it. */
export type StatsObject = { id: string; type: string; [member: string]: unknown };

/** What `getStats()` gave at one time. */
export interface DumpReport {
	/** Milliseconds since the Unix epoch. */
	readonly at: number;
	readonly report: ReadonlyMap<string, StatsObject>;
}

/** Something of a dump that was not understood, and how often. */
export interface Skipped {
	/** In words, in the plural: `lines that are no JSON`. */
	readonly what: string;
	readonly count: number;
}

/** One `RTCPeerConnection` of a dump. */
export interface DumpConnection {
	/** As the dump names it: `8-1`, `PC_0`. */
	readonly id: string;
	/** The page that made it. */
	readonly url: string | null;
	readonly configuration: Json;
	/** When its log or its statistics begin, milliseconds since the Unix epoch; null where both are empty. */
	readonly began: number | null;
	/** Whether it made the first offer; null where no description was set. */
	readonly role: 'offerer' | 'answerer' | null;
	/** The connection in the same dump that it talked with, known by its ICE credentials. */
	readonly partner: string | null;
	/** Of several files that were merged, the one that it is from. */
	readonly file?: string;
	readonly events: readonly DumpEvent[];
	/** The statistics, oldest first, put together while they are read. */
	readonly reports: () => Iterable<DumpReport>;
}

/** A call for media, or what came of it. */
export interface DumpMedia extends DumpEvent {
	/** The number of the page that called, with which the ids of its connections begin. */
	readonly page: string | null;
	/** Of several files that were merged, the one that it is from. */
	readonly file?: string;
}

/** What was found in a dump of a browser, or in several that were merged. */
export interface Dump {
	readonly source: 'webrtc-internals' | 'rtcstats' | 'statistics' | 'mixed';
	/** The browser that made it, in its own words. */
	readonly browser: string | null;
	readonly connections: readonly DumpConnection[];
	/** `getUserMedia` and the like, which belong to a page and not to a connection. */
	readonly media: readonly DumpMedia[];
	readonly skipped: readonly Skipped[];
	/** What else there is to say of how it was read, in a sentence. */
	readonly note?: string | null;
}

/** Which connection is shown as which peer. */
export type Cast = Readonly<Partial<Record<PeerName, string>>>;

/** Counts what is skipped. */
export class Skips {
	readonly #counts = new Map<string, number>();

	add(what: string, count = 1): void {
		this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
	}

	list(): Skipped[] {
		return [...this.#counts].map(([what, count]) => ({ what, count }));
	}
}

/** What was skipped as a sentence; null where nothing was. */
export function skippedSentence(skipped: readonly Skipped[]): string | null {
	if (skipped.length === 0) return null;
	return `Skipped: ${skipped.map(({ what, count }) => `${count} × ${what}`).join(', ')}.`;
}

/**
 * Who plays whom, where nobody chose: the first two connections that talked with each other, of
 * different files before those of one, the one that made the offer as John; else the first connection
 * that has a log, by its role. Those that went wrong come before all others: for them a dump is made; and those
 * in which nothing was agreed on, such as one that was closed at once, behind them.
 *
 * @param courses how each connection went, where that is known
 */
export function suggestCast(
	{ connections }: Dump,
	courses: ReadonlyMap<string, Course> = new Map()
): Cast {
	const byId = new Map(connections.map((one) => [one.id, one]));
	const partnerOf = ({ partner }: DumpConnection) =>
		partner === null ? undefined : byId.get(partner);
	const isAcross = (one: DumpConnection) => (partnerOf(one) ?? one).file !== one.file;
	const firstOf = (some: readonly DumpConnection[]) =>
		some.find(isAcross) ?? some.find(partnerOf) ?? some.find(({ began }) => began !== null);
	const one =
		firstOf(connections.filter(({ id }) => isWrong(courses.get(id)))) ??
		firstOf(connections.filter(({ id }) => courses.get(id) !== 'idle')) ??
		firstOf(connections);
	return one ? castOf(one, partnerOf(one)) : {};
}

/** Each call of a dump once, by who plays whom in it: connections with a log, with the one that they talked with. */
export function castsOf({ connections }: Dump): readonly Cast[] {
	const told = new Set<string>();
	return connections.flatMap((one): Cast[] => {
		if (one.began === null || told.has(one.id)) return [];
		const other = connections.find(({ id }) => id === one.partner);
		for (const { id } of other ? [one, other] : [one]) told.add(id);
		return [castOf(one, other)];
	});
}

/** Whoever offers is John. */
function castOf(one: DumpConnection, other: DumpConnection | undefined): Cast {
	if (one.role === 'answerer') return { jane: one.id, ...(other && { john: other.id }) };
	return { john: one.id, ...(other && { jane: other.id }) };
}

/** Whether a connection was not there, or not any more. */
export const isWrong = (course: Course | undefined) =>
	course === 'never connected' || course === 'broke';

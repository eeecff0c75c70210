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
	/** The connection in the same dump that it talked with, known by its ICE username fragment. */
	readonly partner: string | null;
	readonly events: readonly DumpEvent[];
	/** The statistics, oldest first, put together while they are read. */
	readonly reports: () => Iterable<DumpReport>;
}

/** What was found in a dump of a browser. */
export interface Dump {
	readonly source: 'webrtc-internals' | 'rtcstats';
	/** The browser that made it, in its own words. */
	readonly browser: string | null;
	readonly connections: readonly DumpConnection[];
	/** `getUserMedia` and the like, which belong to a page and not to a connection. */
	readonly media: readonly (DumpEvent & { readonly page: string | null })[];
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
 * Who plays whom, where nobody chose: the first two connections that talked with each other, the
 * one that made the offer as John; else the first connection that has a log, by its role.
 */
export function suggestCast({ connections }: Dump): Cast {
	const partnerOf = (one: DumpConnection) => connections.find(({ id }) => id === one.partner);
	const one = connections.find(partnerOf) ?? connections.find(({ began }) => began !== null);
	if (!one) return {};
	const other = partnerOf(one);
	if (one.role === 'answerer') return { jane: one.id, ...(other && { john: other.id }) };
	return { john: one.id, ...(other && { jane: other.id }) };
}

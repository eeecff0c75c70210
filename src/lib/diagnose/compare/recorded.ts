import { reduce, type Json, type TraceEntry } from '../../trace';
import { diagnoseSession } from '../session';
import { sessionOf, type Session, type SessionPeer } from '../session/session';

/** The last attempt of a recording, as it is compared. */
export interface Recorded {
	readonly entries: readonly TraceEntry[];
	readonly session: Session;
	readonly verdict: string | null;
	/** When the first offer was there, and the entry that shows it; null where there was none. */
	readonly offered: { readonly at: number; readonly seq: number } | null;
	/** From when its times count: the first offer, else the first entry. */
	readonly origin: number;
}

/** @param all the entries of a recording, of which the last attempt counts */
export function recordedOf(all: readonly TraceEntry[]): Recorded {
	const attempt = all.at(-1)?.attempt;
	const entries = all.filter((one) => one.attempt === attempt);
	const view = reduce(entries);
	const session = sessionOf(entries, view);
	const offered = firstOffer(session);
	return {
		entries,
		session,
		verdict: diagnoseSession(entries, view).verdict?.sentence ?? null,
		offered,
		origin: offered?.at ?? entries[0]?.at ?? 0
	};
}

function firstOffer({ peers, entries }: Session): Recorded['offered'] {
	const shown = peers
		.flatMap(({ applied }) => applied.filter(({ type }) => type === 'offer'))
		.toSorted((one, other) => one.at - other.at)[0];
	// An offer that nobody took was made all the same.
	return shown ?? entries.find(isOfOffer) ?? null;
}

const isOfOffer = ({ kind, name, data }: TraceEntry) =>
	kind === 'call' && /^set(?:Local|Remote)Description$/.test(name) && typeIn(data) === 'offer';

const typeIn = (data: Json | undefined): Json | undefined =>
	data !== null && typeof data === 'object' && !Array.isArray(data) ? data.type : undefined;

/** Whether what comes after the end of a recording can be said of it: not where it goes on well. */
export function isOver({ course }: SessionPeer): boolean {
	return course !== 'worked' && course !== 'under way';
}

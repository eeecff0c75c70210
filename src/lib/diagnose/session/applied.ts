import { DESCRIPTION_NAMES, type Attributes, type Description, type TraceEntry } from '../../trace';
import { originOf } from './read-sdp';

/** A description that a peer has set, as it was read from it last. */
export interface Applied {
	readonly side: 'local' | 'remote';
	readonly type: Description['type'];
	/** With the candidates that were gathered since. */
	readonly sdp: string;
	/** The entry that showed it first. */
	readonly seq: number;
	readonly at: number;
}

/** An offer and its answer, as one peer has set them. */
export interface AppliedExchange {
	readonly offer: Applied;
	readonly answer: Applied;
}

/** The descriptions that a peer has set, in order, from what its attributes read. */
export function appliedBy(entries: readonly TraceEntry[]): readonly Applied[] {
	const applied: Applied[] = [];
	const place = { local: -1, remote: -1 };
	for (const { kind, data, seq, at } of entries) {
		if (kind !== 'changed') continue;
		const attributes = data as Partial<Attributes>;
		for (const name of DESCRIPTION_NAMES) {
			const description = attributes[name];
			if (!description) continue;
			const side = name.endsWith('LocalDescription') ? 'local' : 'remote';
			const { type, sdp } = description;
			const before = applied[place[side]];
			// The same one with candidates that came since, or that has become the current one.
			if (before?.type === type && originOf(before.sdp) === originOf(sdp)) {
				applied[place[side]] = { ...before, sdp };
			} else {
				place[side] = applied.push({ side, type, sdp, seq, at }) - 1;
			}
		}
	}
	return applied;
}

/** Each offer with its final answer, in order. */
export function exchangesOf(applied: readonly Applied[]): readonly AppliedExchange[] {
	const exchanges: AppliedExchange[] = [];
	let open: Applied | null = null;
	for (const one of applied) {
		if (one.type === 'offer') open = one;
		else if (one.type === 'answer' && open !== null && open.side !== one.side) {
			exchanges.push({ offer: open, answer: one });
			open = null;
		}
	}
	return exchanges;
}

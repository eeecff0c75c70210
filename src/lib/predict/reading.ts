import { partsOf, transportValue } from '../diagnose/session/leading.ts';
import type { Json, PeerName, TraceEntry } from '../trace/entry';
import type { CallView, SessionView } from '../trace/view';
import type {
	Attributes,
	DescriptionName,
	StateChange,
	TransceiverState
} from '../trace/view-peer';
import type { PeerStats } from '../trace/view-stats';

/** The entries of the present attempt, up to the moment that the view shows. */
export function shown(
	{ length, attempt }: SessionView,
	entries: readonly TraceEntry[]
): readonly TraceEntry[] {
	return entries.slice(0, length).filter((entry) => entry.attempt === attempt);
}

/** A step with all that came late because of it, up to where the next one began. */
export interface Span {
	entries: readonly TraceEntry[];
	/** The last entry so far. */
	last: number;
	/** Whether the step came to its end. */
	isOver: boolean;
}

/** The step in which something happened. */
export function stepOf(entries: readonly TraceEntry[], step: string | undefined): Span {
	const own = entries.filter((entry) => step !== undefined && entry.step === step);
	return {
		entries: own,
		last: own.at(-1)?.seq ?? -1,
		isOver: own.some(({ kind, name }) => kind === 'step' && name === 'end')
	};
}

/** The first call of a name that a peer has made and that was not refused. */
export function callOf(
	{ calls }: SessionView,
	peer: PeerName,
	...names: readonly string[]
): CallView | undefined {
	return calls.find(
		(call) => call.peer === peer && names.includes(call.name) && call.status !== 'rejected'
	);
}

/** The text of a description, where a call was given or gave one. */
export function sdpOf(json: Json | undefined): string | null {
	const sdp = (json as { sdp?: unknown } | null | undefined)?.sdp;
	return typeof sdp === 'string' && sdp !== '' ? sdp : null;
}

/** The offer that Jane had been given last when she made something; null where that is not known. */
export function offerTaken({ calls }: SessionView, made: { seq: number } | null): string | null {
	const given = calls.findLast(
		({ peer, name, seq }) =>
			peer === 'jane' && name === 'setRemoteDescription' && seq < (made?.seq ?? -1)
	);
	return sdpOf(given?.args);
}

/** The call by which Jane took an offer of John’s while one of her own was out (RFC 3264, 4). */
export function takenInGlare({ calls, peers }: SessionView): CallView | undefined {
	return calls.find(
		({ peer, name, args, seq }) =>
			peer === 'jane' &&
			name === 'setRemoteDescription' &&
			(args as { type?: string } | null)?.type === 'offer' &&
			valueAt(peers.jane.states.signalingState, seq) === 'have-local-offer'
	);
}

/** What `createOffer` or `createAnswer` gave first, and the entry by which it did. */
export function created(
	view: SessionView,
	entries: readonly TraceEntry[],
	peer: PeerName,
	name: 'createOffer' | 'createAnswer'
): { sdp: string; call: CallView; seq: number } | null {
	const call = callOf(view, peer, name);
	const sdp = sdpOf(call?.result);
	const settled =
		call && entries.find((entry) => entry.kind === 'result' && entry.call === call.seq);
	return call && settled && sdp !== null ? { sdp, call, seq: settled.seq } : null;
}

export const linesOf = (sdp: string): string[] => sdp.split(/\r\n|\r|\n/).filter(Boolean);

/** The lines of each m= section (RFC 8866, 5.14). */
export const sectionsOf = (sdp: string): string[][] => partsOf(sdp).slice(1).map(linesOf);

/** The value that a state had at an entry. */
export function valueAt(changes: readonly StateChange[], seq: number): string | undefined {
	return changes.findLast((change) => change.seq <= seq)?.value;
}

/** When a state first had one of these values. */
export function firstOf(
	changes: readonly StateChange[],
	...values: readonly string[]
): StateChange | undefined {
	return changes.find(({ value }) => values.includes(value));
}

/** The events of a peer with one of these names. */
export function eventsOf(
	entries: readonly TraceEntry[],
	peer: PeerName,
	...names: readonly string[]
): readonly TraceEntry[] {
	return entries.filter(
		(entry) => entry.kind === 'event' && entry.peer === peer && names.includes(entry.name)
	);
}

/** What a peer’s statistics were, each time with its entry. */
export function statsOf(
	entries: readonly TraceEntry[],
	peer: PeerName
): readonly { seq: number; at: number; stats: PeerStats }[] {
	return entries
		.filter((entry) => entry.kind === 'stats' && entry.peer === peer)
		.map(({ seq, at, data }) => ({ seq, at, stats: data as unknown as PeerStats }));
}

/** What a description of a peer was each time that it was set anew, with the entry: what is written into it later is not told. */
export function descriptionsSet(
	entries: readonly TraceEntry[],
	peer: PeerName,
	name: DescriptionName
): readonly { sdp: string; seq: number }[] {
	return entries.flatMap(({ kind, peer: of, data, seq }) => {
		const attributes = data as Partial<Attributes> | null | undefined;
		// Candidates change a description alone; one that is set comes with a state.
		if (kind !== 'changed' || of !== peer || !attributes?.signalingState) return [];
		const sdp = sdpOf(attributes[name] as unknown as Json);
		return sdp === null ? [] : [{ sdp, seq }];
	});
}

/** The direction of each section by its `mid` (RFC 8866, 6.7: where none is said, it is `sendrecv`). */
export function directionsOf(sdp: string): ReadonlyMap<string, string> {
	return new Map(
		sectionsOf(sdp).flatMap((lines) => {
			const valueOf = (pattern: RegExp) =>
				lines.flatMap((line) => pattern.exec(line)?.[1] ?? [])[0];
			const mid = valueOf(/^a=mid:(.*)$/);
			const direction = valueOf(/^a=(sendrecv|sendonly|recvonly|inactive)$/) ?? 'sendrecv';
			return mid === undefined ? [] : [[mid, direction] as const];
		})
	);
}

/** The offers that Jane has set, and of each the sections in which John would send. */
export function offersTaken({
	calls
}: SessionView): readonly { call: CallView; sends: Set<string> }[] {
	return calls.flatMap((call) => {
		const { peer, name, args, status } = call;
		if (peer !== 'jane' || name !== 'setRemoteDescription' || status !== 'resolved') return [];
		const sending = [...directionsOf(sdpOf(args) ?? '')].filter(([, one]) => /^send/.test(one));
		return [{ call, sends: new Set(sending.map(([mid]) => mid)) }];
	});
}

/** The transceivers of a peer as they read at an entry. */
export function transceiversAt(
	entries: readonly TraceEntry[],
	peer: PeerName,
	seq: number
): readonly TransceiverState[] {
	const told = entries.findLast(
		(entry) =>
			entry.seq <= seq &&
			entry.kind === 'changed' &&
			entry.peer === peer &&
			(entry.data as Partial<Attributes> | null | undefined)?.transceivers
	);
	return (told?.data as unknown as Attributes | undefined)?.transceivers ?? [];
}

/** The name of a search (RFC 8839, 5.4): in a bundle all sections have the same. */
export const ufragOf = (sdp: string): string | null => transportValue(sdp, 'ice-ufrag');

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `two sections`, `12 lines`, `no message`. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${NUMBERS[count] ?? count} ${count === 1 ? one : many}`;
}

/** As the first word of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `once`, `twice`, `3 times`. */
export function times(count: number): string {
	return ['never', 'once', 'twice'][count] ?? `${count} times`;
}

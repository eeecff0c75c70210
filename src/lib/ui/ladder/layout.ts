import type { Deed } from '../../breaks';
import { deedWords } from '../../breaks/deed-words';
import {
	otherPeer,
	type AttemptReason,
	type ErrorData,
	type Json,
	type PeerName,
	type TraceEntry
} from '../../trace';
import { alterationWords, ON_ITS_WAY } from '../../trace/fate';
import type { Differences } from '../../trace/view';
import { isSummedUp } from '../../trace/part-words';
import { finish, type Work } from '../../trace/work';
import { milestonesOf, stateChangesOf } from './observations';
import type { CallRow, DeedRow, EventRow, Row, SentRow } from './row';
import { callWords, eventWords, messageWords } from './row-phrases';

/** Events that come in numbers, and of which only the number tells something. */
const COUNTED = new Set(['icecandidate', 'icecandidateerror']);

/** Calls that would be other calls without what stands between their parentheses. */
const TELLS = new Set(['new RTCPeerConnection()', 'addIceCandidate(null)']);

/** What is remembered of the attempt that is being read, to join entries that belong together. */
interface Attempt {
	began: number;
	calls: Map<number, CallRow>;
	sent: Map<string, SentRow>;
	latest: Partial<Record<PeerName, Row>>;
	milestones: Record<PeerName, Set<string>>;
	steps: Set<string>;
}

function newAttempt(began: number): Attempt {
	return {
		began,
		calls: new Map(),
		sent: new Map(),
		latest: {},
		milestones: { john: new Set(), jane: new Set() },
		steps: new Set()
	};
}

/**
 * The lines of the ladder: one for each thing in the trace that is worth a line, in the order of
 * the entries that made them. Results join their calls, deliveries find what was sent.
 */
export function ladderRows(entries: readonly TraceEntry[]): Row[] {
	return finish(joiningRows(entries));
}

/** The same, one entry at a time. */
export function* joiningRows(entries: readonly TraceEntry[]): Work<Row[]> {
	const current = entries.at(-1)?.attempt ?? 0;
	const rows: Row[] = [];
	let attempt = newAttempt(entries[0]?.at ?? 0);
	let head: Row | undefined;
	let now = attempt.began;
	for (const entry of entries) {
		if (entry.kind === 'attempt') {
			attempt = newAttempt(entry.at);
			now = entry.at;
		}
		// Where a clock was set back, the ladder waits until it has come as far again.
		now = Math.max(now, entry.at);
		const heard = entry.at === now ? entry : { ...entry, at: now };
		for (const row of rowsOf(heard, attempt)) {
			if (row.kind === 'attempt') head = row;
			row.earlier = entry.attempt < current;
			rows.push(row);
			if (row.peer) attempt.latest[row.peer] = row;
		}
		if (head?.kind === 'attempt') head.count += 1;
		yield;
	}
	return rows;
}

/** The new rows of an entry; none where it has no row, or joins one that is there. */
function rowsOf(entry: TraceEntry, attempt: Attempt): readonly Row[] {
	// Most entries of a long call are statistics, and few of them have a row.
	if (entry.kind === 'stats') return milestoneRows(entry, attempt);
	const base = baseOf(entry, attempt);
	if (entry.kind === 'attempt') {
		const { reason } = entry.data as { reason: AttemptReason };
		const label = `Fresh peers · attempt ${entry.attempt}`;
		return [{ ...base, kind: 'attempt', peer: null, reason, count: 0, label }];
	}
	if (entry.kind === 'step') attempt.steps.add((entry.data as { id: string }).id);
	if (entry.kind === 'step') return stepRows(entry, { ...base, peer: entry.peer });
	if (entry.kind === 'deed') return [deedRow(entry, { ...base, peer: null }, attempt)];
	if (entry.peer === null) return [];

	const own = { ...base, peer: entry.peer };
	switch (entry.kind) {
		case 'call': {
			const row: CallRow = {
				...own,
				kind: 'call',
				name: entry.name,
				status: 'pending',
				label: callWords(entry.name, entry.data),
				...shortOf(entry)
			};
			attempt.calls.set(entry.seq, row);
			return [row];
		}
		case 'result':
		case 'error':
			settle(attempt.calls.get(entry.call ?? -1), entry, own.since);
			return [];
		case 'event':
			return isSummedUp(entry.name) ? [] : eventRows(entry, own, attempt);
		case 'changed':
			return stateChangesOf(entry).map((change, index) => ({
				...own,
				...change,
				kind: 'state',
				key: index === 0 ? own.key : `${own.key}:${index}`
			}));
		case 'sent': {
			const { id, message } = entry.data as { id: number; message: Json };
			const words = messageWords(message);
			const row: SentRow = { ...own, kind: 'sent', message: words, label: `sends ${words}` };
			attempt.sent.set(`${own.peer} ${id}`, row);
			return [row];
		}
		case 'altered': {
			const data = entry.data as unknown as { message: Json } & Differences;
			const label = `${messageWords(data.message)} is ${alterationWords(data)}`;
			return [{ ...own, kind: 'altered', label }];
		}
		case 'postponed':
		case 'repeated':
		case 'dropped': {
			const { id } = entry.data as { id: number };
			const sent = attempt.sent.get(`${otherPeer(own.peer)} ${id}`);
			if (sent && entry.kind === 'dropped') sent.dropped = entry.seq;
			const label = `${sent?.message ?? entry.name} ${ON_ITS_WAY[entry.kind]}`;
			return [{ ...own, kind: 'altered', label }];
		}
		case 'delivered': {
			const { id } = entry.data as { id: number };
			const sent = attempt.sent.get(`${otherPeer(own.peer)} ${id}`);
			const message = sent?.message ?? entry.name;
			const label = `receives ${message}`;
			if (!sent) return [{ ...own, kind: 'delivered', message, label }];
			sent.delivered = entry.seq;
			const waited = own.since - sent.since;
			return [{ ...own, kind: 'delivered', message, label, sent: sent.seq, waited }];
		}
		case 'lost': {
			const { explanation } = entry.data as { explanation: string };
			return [{ ...own, kind: 'lost', explanation, label: 'connection lost' }];
		}
	}
}

/** What every row has; it has a `peer` too. */
function baseOf({ seq, attempt, step, at }: TraceEntry, { began }: Attempt) {
	return {
		key: `${seq}`,
		seq,
		members: [seq],
		attempt,
		earlier: false,
		...(step !== undefined && { step }),
		since: at - began
	};
}

function milestoneRows(entry: TraceEntry, attempt: Attempt): readonly Row[] {
	const { peer } = entry;
	if (peer === null) return [];
	return milestonesOf(entry, attempt.milestones[peer]).map((label) => {
		const base = baseOf(entry, attempt);
		return { ...base, peer, kind: 'milestone', key: `${base.key}:${label}`, label };
	});
}

/** A call without what stands between its parentheses, where it is the same without. */
function shortOf({ name, data }: TraceEntry): { short?: string } {
	const words = callWords(name, data);
	if (TELLS.has(words)) return {};
	// What a page sets has no parentheses.
	return { short: words.includes('(') ? `${name}()` : name };
}

/** What an entry of a deed may say. */
interface DeedData {
	do: Deed['do'];
	peer?: PeerName;
	message?: number;
	/** The step that is left out or performed. */
	step?: string;
	error?: ErrorData;
}

type Base = Pick<Row, 'key' | 'seq' | 'members' | 'attempt' | 'earlier' | 'since' | 'peer'>;

function stepRows(entry: TraceEntry, base: Base): Row[] {
	const { id, error } = entry.data as unknown as { id: string; error?: ErrorData };
	if (entry.name === 'begin') return [{ ...base, kind: 'step', step: id, label: id }];
	if (entry.name !== 'fail') return [];
	const label = error ? `refused: ${error.name}` : 'refused';
	return [{ ...base, kind: 'refused', step: id, label, ...(error && { error }) }];
}

/** What somebody did, or that a browser refused it. A trace of somebody else may tell of what is unknown here. */
function deedRow({ name, data }: TraceEntry, base: Base, { sent, steps }: Attempt): DeedRow {
	const { step: about, error, ...rest } = (data ?? {}) as unknown as DeedData;
	const row = { ...base, kind: 'deed' as const, deed: null, told: {} };
	if (name === 'fail') {
		const label = error ? `refused: ${error.name}` : 'refused';
		return { ...row, label, error: error ?? { name, message: '' } };
	}
	const of = sent.get(`${rest.peer && otherPeer(rest.peer)} ${rest.message}`);
	const told = {
		...(of && { message: of.message }),
		...(about !== undefined && { isEarly: !steps.has(about) })
	};
	const deed = { ...rest, ...(rest.do === 'step' && { step: about }) } as Deed;
	try {
		const label: string | undefined = deedWords(deed, told);
		if (label !== undefined) return { ...row, deed, told, about, label };
	} catch {
		// It changes a message in a way that is unknown here.
	}
	return { ...row, label: name };
}

function settle(call: CallRow | undefined, entry: TraceEntry, since: number): void {
	if (!call) return;
	call.status = entry.kind === 'result' ? 'resolved' : 'rejected';
	call.settled = entry.seq;
	call.took = since - call.since;
	call.members.push(entry.seq);
	if (entry.kind === 'error') call.error = entry.data as unknown as ErrorData;
}

/** An event's row, unless it is one more of the same. */
function eventRows(entry: TraceEntry, base: Base & { peer: PeerName }, attempt: Attempt): Row[] {
	const words = eventWords(entry.name, entry.data);
	const candidate = entry.name === 'icecandidate' ? candidateIn(entry.data) : undefined;
	const ends = candidate === null;
	// Neither end is a candidate, and neither is counted as one.
	const counts = ends || candidate?.candidate === '' ? 0 : 1;
	const before = attempt.latest[base.peer];
	if (before?.kind === 'event' && COUNTED.has(entry.name) && joins(before, entry)) {
		before.members.push(entry.seq);
		if (ends) before.ends = true;
		before.count += counts;
		before.label = eventLabel(words, before);
		return [];
	}
	const row = { kind: 'event', name: entry.name, step: entry.step, count: counts, ends };
	const short = counts === 0 ? { short: ends ? 'end of gathering' : 'end of candidates' } : {};
	return [{ ...base, ...row, ...short, label: eventLabel(words, row) } as EventRow];
}

function joins(row: EventRow, entry: TraceEntry): boolean {
	return row.name === entry.name && row.step === entry.step;
}

function eventLabel(words: string, { count, ends }: Pick<EventRow, 'count' | 'ends'>): string {
	if (count === 0) return `${words}: ${ends ? 'end of gathering' : 'end of candidates'}`;
	return `${words}${count > 1 ? ` ×${count}` : ''}${ends ? ', end of gathering' : ''}`;
}

/** webrtc-pc, 4.8.2: null tells that gathering is over, an empty one ends those of a generation. */
function candidateIn(data: Json | undefined): { candidate?: string } | null | undefined {
	return (data as { candidate?: { candidate?: string } | null } | undefined)?.candidate;
}

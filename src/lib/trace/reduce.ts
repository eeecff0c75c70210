import { EMPTY_VIEW } from './empty-view';
import type { ErrorData, TraceEntry } from './entry';
import { called, changed, fired, measured, refused, resolved, type PeerFold } from './fold-peer';
import { altered, delivered, dropped, postponed, repeated, sent } from './fold-wire';
import { Lists } from './lists';
import type { AttemptReason, CallView, SessionView, StepView } from './view';
import { finish, type Work } from './work';

/** The session as it was after these entries: a pure function of a prefix of the trace. */
export function reduce(entries: readonly TraceEntry[]): SessionView {
	return finish(reducing(entries));
}

/** The same, one entry at a time. */
export function* reducing(entries: readonly TraceEntry[]): Work<SessionView> {
	let view = EMPTY_VIEW;
	const lists = new Lists();
	for (const entry of entries) {
		view = fold(view, entry, lists);
		yield;
	}
	return view;
}

/**
 * The view after one more entry. Shares whatever the entry did not touch.
 * @param lists of all that is folded in one go: only the last view of these is to be kept
 */
export function fold(view: SessionView, entry: TraceEntry, lists = new Lists()): SessionView {
	const next = { ...view, length: view.length + 1 };
	switch (entry.kind) {
		case 'attempt':
			return begunAttempt(next, entry);
		case 'step':
			return foldStep(next, entry, lists);
		case 'call':
			return onPeer(withCall(next, entry, lists), entry, called(lists));
		case 'result':
			return onPeer(settled(next, entry, 'resolved', lists), entry, resolved(next, lists));
		case 'error':
			return onPeer(settled(next, entry, 'rejected', lists), entry, refused(lists));
		case 'event':
			return onPeer(next, entry, fired(lists));
		case 'changed':
			return onPeer(next, entry, changed(lists));
		case 'sent':
			return sent(next, entry, lists);
		case 'altered':
			return altered(next, entry, lists);
		case 'postponed':
			return postponed(next, entry, lists);
		case 'repeated':
			return repeated(next, entry, lists);
		case 'dropped':
			return dropped(next, entry, lists);
		case 'delivered':
			return delivered(next, entry, lists);
		case 'deed':
			return foldDeed(next, entry, lists);
		case 'stats':
			return onPeer(next, entry, measured);
		case 'lost':
			return {
				...next,
				lost: entry.peer && {
					seq: entry.seq,
					peer: entry.peer,
					explanation: (entry.data as { explanation: string }).explanation
				}
			};
	}
}

/** Fresh peers: the view of the attempt before is left behind, its entries stay in the trace. */
function begunAttempt(view: SessionView, entry: TraceEntry): SessionView {
	const { reason } = entry.data as { reason: AttemptReason };
	return {
		...EMPTY_VIEW,
		length: view.length,
		attempt: entry.attempt,
		reason,
		because: becauseOf(reason, view)
	};
}

/** What had happened, where fresh peers were made because of it and nobody asked for them. */
function becauseOf(reason: AttemptReason, before: SessionView): string | null {
	if (reason === 'lost') return before.lost?.explanation ?? null;
	if (reason === 'seat') {
		return 'A seat had been left, and its peer was gone with it. Now the seat is taken again.';
	}
	return null;
}

function foldStep(view: SessionView, entry: TraceEntry, lists: Lists): SessionView {
	const { id, error } = entry.data as unknown as { id: string; error?: ErrorData };
	if (entry.name === 'begin') {
		const step: StepView = { id, begin: entry.seq, status: 'pending' };
		return { ...view, steps: lists.append(view.steps, step) };
	}
	const status = entry.name === 'end' ? 'done' : 'failed';
	return {
		...view,
		steps: lists.replaceLast(
			view.steps,
			(step) => step.id === id,
			(step) => ({ ...step, status, end: entry.seq, ...(error && { error }) })
		)
	};
}

function foldDeed(view: SessionView, entry: TraceEntry, lists: Lists): SessionView {
	const { seq, name, data = null } = entry;
	if (name !== 'fail')
		return { ...view, deeds: lists.append(view.deeds, { seq, name, deed: data }) };
	const { error } = data as unknown as { error: ErrorData };
	const deeds = lists.replaceLast(
		view.deeds,
		() => true,
		(deed) => ({ ...deed, error })
	);
	return { ...view, deeds };
}

function withCall(view: SessionView, entry: TraceEntry, lists: Lists): SessionView {
	const call: CallView = {
		seq: entry.seq,
		peer: entry.peer,
		name: entry.name,
		at: entry.at,
		args: entry.data ?? null,
		status: 'pending',
		...(entry.step !== undefined && { step: entry.step })
	};
	return { ...view, calls: lists.append(view.calls, call) };
}

function settled(
	view: SessionView,
	entry: TraceEntry,
	status: CallView['status'],
	lists: Lists
): SessionView {
	return {
		...view,
		calls: lists.replaceLast(
			view.calls,
			(call) => call.seq === entry.call,
			(call) => ({
				...call,
				status,
				// A clock may have been set back in between.
				took: Math.max(0, entry.at - call.at),
				...(status === 'resolved'
					? { result: entry.data ?? null }
					: { error: entry.data as unknown as ErrorData })
			})
		)
	};
}

function onPeer(view: SessionView, entry: TraceEntry, update: PeerFold): SessionView {
	if (!entry.peer) return view;
	const peer = update(view.peers[entry.peer], entry);
	return peer === view.peers[entry.peer]
		? view
		: { ...view, peers: { ...view.peers, [entry.peer]: peer } };
}

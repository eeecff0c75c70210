import { otherPeer, type Json, type PeerName, type TraceEntry } from './entry';
import type { Lists } from './lists';
import type { Differences, SessionView, WireMessage } from './view';

/** The view after a message left its sender. */
export function sent(view: SessionView, entry: TraceEntry, lists: Lists): SessionView {
	const { id, message } = entry.data as { id: number; message: never };
	const from = entry.peer as PeerName;
	const wire = lists.append(view.wire, {
		id,
		from,
		to: otherPeer(from),
		message,
		sent: entry.seq,
		sentAt: entry.at
	});
	return marked({ ...view, wire }, from, message, { sent: entry.seq }, lists);
}

/** The view after a message that waits was changed on its way; the entry is of whom it is for. */
export function altered(view: SessionView, entry: TraceEntry, lists: Lists): SessionView {
	const { id, message, removed, added } = entry.data as unknown as AlteredData;
	const from = otherPeer(entry.peer as PeerName);
	const wire = lists.replaceLast(view.wire, waits(id, from), (one) => ({
		...one,
		message,
		altered: { seq: entry.seq, sent: one.altered?.sent ?? one.message, removed, added }
	}));
	return { ...view, wire };
}

interface AlteredData extends Differences {
	id: number;
	message: Json;
}

/** The view after all others that wait for the receiver of a message came before it. */
export function postponed(view: SessionView, entry: TraceEntry, lists: Lists): SessionView {
	return { ...view, wire: onTheWire(view, entry, lists, { postponed: entry.seq }) };
}

/** The view after a message that waits was given once more. */
export function repeated(view: SessionView, entry: TraceEntry, lists: Lists): SessionView {
	const { id } = entry.data as { id: number };
	const found = view.wire.find(waits(id, otherPeer(entry.peer as PeerName)));
	if (!found) return view;
	return { ...view, wire: lists.append(view.wire, { ...found, repeated: entry.seq }) };
}

/** The view after a message that waits was lost. */
export function dropped(view: SessionView, entry: TraceEntry, lists: Lists): SessionView {
	return { ...view, wire: onTheWire(view, entry, lists, { dropped: entry.seq }) };
}

/** Whether a message is that which waits, by its number; of those that were repeated the last. */
const waits = (id: number, from: PeerName) => (one: WireMessage) =>
	one.id === id && one.from === from && one.delivered === undefined && one.dropped === undefined;

/** The messages after something happened to the one that an entry is of. */
function onTheWire(
	{ wire }: SessionView,
	entry: TraceEntry,
	lists: Lists,
	what: Partial<WireMessage>
): WireMessage[] {
	const { id } = entry.data as { id: number };
	const from = otherPeer(entry.peer as PeerName);
	return lists.replaceLast(wire, waits(id, from), (one) => ({ ...one, ...what }));
}

/** The view after a message reached its receiver. */
export function delivered(view: SessionView, entry: TraceEntry, lists: Lists): SessionView {
	const { id } = entry.data as { id: number };
	const from = otherPeer(entry.peer as PeerName);
	const found = view.wire.find(waits(id, from));
	const message = found?.altered?.sent ?? found?.message;
	const wire = onTheWire(view, entry, lists, { delivered: entry.seq, deliveredAt: entry.at });
	return marked({ ...view, wire }, from, message, { delivered: entry.seq }, lists);
}

/** Notes on a gathered candidate that a message took it on its way, or to its end. */
function marked(
	view: SessionView,
	from: PeerName,
	message: unknown,
	mark: { sent: number } | { delivered: number },
	lists: Lists
): SessionView {
	if (typeof message !== 'object' || message === null || !('candidate' in message)) return view;
	const what = 'sent' in mark ? 'sent' : 'delivered';
	const key = JSON.stringify(message.candidate);
	const peer = view.peers[from];
	const index = peer.localCandidates.findIndex(
		(local) => local[what] === undefined && JSON.stringify(local.candidate) === key
	);
	if (index < 0) return view;
	const localCandidates = lists.replaceAt(peer.localCandidates, index, (local) => ({
		...local,
		...mark
	}));
	return { ...view, peers: { ...view.peers, [from]: { ...peer, localCandidates } } };
}

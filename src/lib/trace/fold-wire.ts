import { otherPeer, type PeerName, type TraceEntry } from './entry';
import { replaceLast } from './replace-last';
import type { SessionView } from './view';

/** The view after a message left its sender. */
export function sent(view: SessionView, entry: TraceEntry): SessionView {
	const { id, message } = entry.data as { id: number; message: never };
	const from = entry.peer as PeerName;
	const wire = [
		...view.wire,
		{ id, from, to: otherPeer(from), message, sent: entry.seq, sentAt: entry.at }
	];
	return marked({ ...view, wire }, from, message, 'sent', entry.seq);
}

/** The view after a message reached its receiver. */
export function delivered(view: SessionView, entry: TraceEntry): SessionView {
	const { id } = entry.data as { id: number };
	const from = otherPeer(entry.peer as PeerName);
	const message = view.wire.find((one) => one.id === id && one.from === from)?.message;
	const wire = replaceLast(
		view.wire,
		(one) => one.id === id && one.from === from,
		(one) => ({ ...one, delivered: entry.seq, deliveredAt: entry.at })
	);
	return marked({ ...view, wire }, from, message, 'delivered', entry.seq);
}

/** Notes on a gathered candidate that a message took it on its way, or to its end. */
function marked(
	view: SessionView,
	from: PeerName,
	message: unknown,
	what: 'sent' | 'delivered',
	seq: number
): SessionView {
	if (typeof message !== 'object' || message === null || !('candidate' in message)) return view;
	const key = JSON.stringify(message.candidate);
	const peer = view.peers[from];
	const index = peer.localCandidates.findIndex(
		(local) => local[what] === undefined && JSON.stringify(local.candidate) === key
	);
	if (index < 0) return view;
	const localCandidates = peer.localCandidates.map((local, at) =>
		at === index ? { ...local, [what]: seq } : local
	);
	return { ...view, peers: { ...view.peers, [from]: { ...peer, localCandidates } } };
}

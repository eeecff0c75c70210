import type { Json, TraceEntry } from './entry';
import type { ChannelView, PeerView, TrackView } from './view-peer';

type Members = Partial<Record<string, Json>>;

/** What others recorded may hold anything: what is no object has no members. */
function membersOf(data: Json | undefined): Members {
	return typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {};
}

function trackIn(data: Json | undefined, seq: number): TrackView[] {
	const { kind, id, label } = membersOf(data);
	if (typeof kind !== 'string' || typeof id !== 'string') return [];
	return [{ seq, kind, id, label: String(label ?? '') }];
}

/**
 * The tracks that a peer sends, after a call that adds, replaces or removes one was fulfilled.
 *
 * @param args what it was called with
 */
export function tracksAfter(
	before: TrackView[],
	{ name, seq }: Pick<TraceEntry, 'name' | 'seq'>,
	args: Json | undefined
): TrackView[] {
	const { kind, id, was, track } = membersOf(args);
	switch (name) {
		case 'addTrack':
			return [...before, ...trackIn(args, seq)];
		case 'addTransceiver':
			return [...before, ...trackIn(track, seq)];
		case 'removeTrack':
			return before.filter((one) => one.id !== id);
		case 'replaceTrack': {
			// The first version said only what came, which took the place of what was of its kind.
			const isReplaced = (one: TrackView) =>
				was === undefined ? one.kind === kind : one.id === was;
			return [...before.filter((one) => !isReplaced(one)), ...trackIn(args, seq)];
		}
		default:
			return before;
	}
}

/** What an entry of a channel makes of its state; undefined where it tells nothing of it. */
const STATES: { [entry: string]: ChannelView['state'] | undefined } = {
	'event channel.open': 'open',
	'result channel.close': 'closing',
	'event channel.closing': 'closing',
	'event channel.close': 'closed'
};

/**
 * The peer after an entry that may be of a data channel.
 *
 * @param data what tells the channel: that of the entry, or of the call that it settles
 */
export function channelsAfter(peer: PeerView, entry: TraceEntry, data: Json | undefined): PeerView {
	const what = `${entry.kind} ${entry.name}`;
	const { channel, label, id } = membersOf(data);
	if (typeof channel !== 'number') return peer;
	const number = typeof id === 'number' ? id : null;
	if (what === 'event datachannel' || what === 'result createDataChannel') {
		const made = { seq: entry.seq, channel, label: String(label ?? ''), id: number };
		return { ...peer, channels: [...peer.channels, { ...made, ...UNUSED }] };
	}
	const before = peer.channels.find((one) => one.channel === channel);
	if (before === undefined || !entry.name.startsWith('channel.')) return peer;
	const after: ChannelView = {
		...before,
		id: number ?? before.id,
		// Nothing comes after the end.
		state: before.state === 'closed' ? 'closed' : (STATES[what] ?? before.state),
		sent: before.sent + (what === 'result channel.send' ? 1 : 0),
		received: before.received + (what === 'event channel.message' ? 1 : 0)
	};
	return { ...peer, channels: peer.channels.map((one) => (one === before ? after : one)) };
}

const UNUSED = { state: 'connecting', sent: 0, received: 0 } as const;

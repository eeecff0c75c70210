import type { Json, PeerName, SessionView, WireMessage } from '$lib/trace';
import { parseCandidate } from '$lib/ice';
import { isWaiting, lastOf } from '$lib/trace/fate';
import { kindOf } from '../panel/message';

/** A signaling message as the picture has it. */
export interface Envelope {
	/** Unique within a view, the same in every later one. */
	readonly key: string;
	readonly from: PeerName;
	readonly to: PeerName;
	/** `offer, 161 lines`; `candidate, host udp`. */
	readonly words: string;
	/** A message that was sent waits until the step that takes it. */
	readonly state: 'waiting' | 'delivered' | 'lost';
	/** The entries by which it was sent, altered last, and taken. */
	readonly sent: number;
	readonly altered: number | null;
	readonly delivered: number | null;
	/** The entry by which something happened to it last. */
	readonly last: number;
}

/** Everything that was sent, the oldest first. */
export function envelopesOf(view: SessionView): Envelope[] {
	return view.wire.map((message) => ({
		key: `${message.from} ${message.sent} ${message.repeated ?? ''}`,
		from: message.from,
		to: message.to,
		words: `${message.dropped === undefined ? '' : 'lost: '}${message.altered ? 'altered ' : ''}${wordsOf(message)}`,
		state: isWaiting(message) ? 'waiting' : message.delivered === undefined ? 'lost' : 'delivered',
		sent: message.sent,
		altered: message.altered?.seq ?? null,
		delivered: message.delivered ?? null,
		last: lastOf(message)
	}));
}

/** What a message says, in a few words. */
function wordsOf({ message }: WireMessage): string {
	const kind = kindOf(message);
	const { description, candidate } = (message ?? {}) as {
		description?: { sdp?: Json } | null;
		candidate?: { candidate?: Json } | null;
	};
	if (typeof description?.sdp === 'string') {
		const lines = description.sdp.split(/\r\n|\r|\n/).filter((line) => line !== '').length;
		return `${kind}, ${lines} ${lines === 1 ? 'line' : 'lines'}`;
	}
	if (typeof candidate?.candidate === 'string' && candidate.candidate !== '') {
		const read = parseCandidate(candidate.candidate).candidate;
		return read ? `${kind}, ${read.type} ${read.transport.toLowerCase()}` : kind;
	}
	return kind;
}

/** Which messages have a place in the lane, and how many are told of by their number. */
export interface LaneView {
	/** On their way, the one last of which something happened the last. */
	readonly waiting: readonly Envelope[];
	/** The one of which something happened last, where none waits any more. */
	readonly latest: Envelope | null;
	/** How many each peer has sent. */
	readonly count: Readonly<Record<PeerName, number>>;
}

/** The lane of signaling. */
export function laneOf(envelopes: readonly Envelope[]): LaneView {
	const inOrder = [...envelopes].sort((one, other) => one.last - other.last);
	const waiting = inOrder.filter(({ state }) => state === 'waiting');
	const count = { john: 0, jane: 0 };
	for (const { from } of envelopes) count[from] += 1;
	return { waiting, latest: waiting.length === 0 ? (inOrder.at(-1) ?? null) : null, count };
}

import { otherPeer } from '../../trace/entry.ts';
import { NAMES } from '../../trace/names.ts';
import { shown } from '../../predict/reading.ts';
import type { Goal } from './goal.ts';

/** What begins an offer that is out. */
const OFFERS: ReadonlySet<string> = new Set(['createOffer', 'setLocalDescription']);

/**
 * A peer made a data channel and the other was given it, with no offer in between: once there is an SCTP
 * association a channel is opened inside it (RFC 8832; webrtc-pc, 6.1).
 */
export const channelBeside: Goal = ({ view, entries, peer = 'jane' }) => {
	const own = shown(view, entries);
	const given = own.findLast(
		(entry) =>
			entry.kind === 'event' && entry.name === 'datachannel' && entry.peer === otherPeer(peer)
	);
	const made =
		given &&
		own.findLast(
			(entry) =>
				entry.kind === 'call' &&
				entry.name === 'createDataChannel' &&
				entry.peer === peer &&
				entry.seq < given.seq
		);
	if (!made) return null;
	const isOffered = own.some(
		({ kind, name, seq }) =>
			kind === 'call' && OFFERS.has(name) && seq > made.seq && seq < given.seq
	);
	return isOffered
		? null
		: {
				proof: `${NAMES[peer]} made a channel, and ${NAMES[otherPeer(peer)]} was given it; nobody offered meanwhile.`,
				seq: given.seq
			};
};

import { otherPeer } from '../../trace/entry.ts';
import { NAMES } from '../../trace/names.ts';
import { shown } from '../../predict/reading.ts';
import { outcome, type Goal } from './goal.ts';

/** What begins an offer that is out. */
const OFFERS: ReadonlySet<string> = new Set(['createOffer', 'setLocalDescription']);

/**
 * A peer made a data channel and the other was given it, with no offer in between: once there is an SCTP
 * association a channel is opened inside it (RFC 8832; webrtc-pc, 6.1).
 */
export const channelBeside: Goal = ({ view, entries, peer = 'jane' }) => {
	const own = shown(view, entries);
	const [maker, other] = [NAMES[peer], NAMES[otherPeer(peer)]];
	const makes = ({ kind, name, peer: whose }: (typeof own)[number]) =>
		kind === 'call' && name === 'createDataChannel' && whose === peer;
	const given = own.findLast(
		(entry) =>
			entry.kind === 'event' && entry.name === 'datachannel' && entry.peer === otherPeer(peer)
	);
	const made = given && own.findLast((entry) => makes(entry) && entry.seq < given.seq);
	const offer =
		made &&
		own.find(
			({ kind, name, seq }) =>
				kind === 'call' && OFFERS.has(name) && seq > made.seq && seq < given.seq
		);
	const conditions = [
		{ wanted: `${maker} has made a data channel.`, isMet: own.some(makes) },
		{ wanted: `${other} was given it.`, isMet: made !== undefined },
		{
			wanted: 'Nobody offered between.',
			isMet: made !== undefined && offer === undefined,
			now: offer && `entry ${offer.seq + 1} belongs to an offer`
		}
	];
	return outcome(conditions, () => ({
		proof: `${maker} made a channel, and ${other} was given it; nobody offered meanwhile.`,
		seq: given!.seq
	}));
};

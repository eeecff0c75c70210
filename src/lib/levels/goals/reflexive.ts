import { counted } from '../../predict/reading.ts';
import { NAMES } from '../../trace/names.ts';
import { otherPeer } from '../../trace/entry.ts';
import { candidatesGiven } from './given.ts';
import { connectedAt, latest, outcome, throughAndConnected, type Goal } from './goal.ts';

/**
 * The pair that a peer uses ends at a peer-reflexive candidate, learnt from a check (RFC 8445, 7.3.1.3), and nobody
 * told that peer of any other: Firefox may go on to call a candidate so that it is told of later.
 */
export const reflexive: Goal = (standing) => {
	const { view, peer = 'john' } = standing;
	const { stats, milestones } = view.peers[peer];
	const [whose, other] = [NAMES[peer], NAMES[otherPeer(peer)]];
	const given = candidatesGiven(view, peer);
	const type = stats?.selected?.remote.type;
	const conditions = [
		{
			wanted: `Nobody has told ${whose} an address of ${other}’s.`,
			isMet: given === 0,
			now: `${counted(given, 'candidate')} told`,
			isLost: given > 0
		},
		...throughAndConnected(standing),
		{
			wanted: `${whose}’s pair ends at a peer-reflexive candidate.`,
			isMet: type === 'prflx',
			now: type === undefined ? 'there is no pair yet' : `at one of type ${type}`
		}
	];
	return outcome(conditions, () => ({
		proof: `${whose}’s pair ends at a peer-reflexive candidate, and nobody had told ${whose} an address of ${other}’s.`,
		seq: latest([connectedAt(standing), milestones.selected])
	}));
};

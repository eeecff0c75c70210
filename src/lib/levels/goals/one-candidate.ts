import { PEER_NAMES } from '../../trace/entry.ts';
import { connectedSince, type Goal } from './goal.ts';

/**
 * Both are connected, and of all candidates one alone was ever given to a peer: the other side learns the address
 * of whoever has it from the check itself (RFC 8445, 7.3.1.3).
 */
export const oneCandidate: Goal = (standing) => {
	const seq = connectedSince(standing);
	const { peers } = standing.view;
	const given = PEER_NAMES.flatMap((name) =>
		peers[name].remoteCandidates.filter(({ candidate }) => candidate?.candidate)
	);
	const written = PEER_NAMES.some((name) =>
		/^a=candidate:/m.test(givenDescription(standing, name))
	);
	if (seq === null || given.length !== 1 || written) return null;
	return { proof: 'Both are connected, and one candidate was given to one of them.', seq };
};

/** The description that a peer was given, as it was given: the candidates that came later are written into it. */
function givenDescription({ view }: Parameters<Goal>[0], name: 'john' | 'jane'): string {
	const call = view.calls.findLast(
		(one) => one.peer === name && one.name === 'setRemoteDescription' && one.status === 'resolved'
	);
	return (call?.args as { sdp?: string } | null | undefined)?.sdp ?? '';
}

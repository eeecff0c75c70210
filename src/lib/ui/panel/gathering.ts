import { PEER_NAMES, stateOf, type PeerName, type SessionView } from '$lib/trace';

/** The peers whose browsers look for their own addresses: a step that hands them all over lasts as long. */
export const gatheringIn = ({ peers }: SessionView): PeerName[] =>
	PEER_NAMES.filter((peer) => stateOf(peers[peer], 'iceGatheringState') === 'gathering');

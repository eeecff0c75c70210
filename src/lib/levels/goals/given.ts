import type { PeerName } from '../../trace/entry.ts';
import type { SessionView } from '../../trace/view.ts';

/**
 * How many candidates a peer was told of: by `addIceCandidate`, without those that end them, or in a description as
 * it was given to `setRemoteDescription`. The browser writes what came later into the one that it keeps.
 */
export function candidatesGiven({ peers, calls }: SessionView, name: PeerName): number {
	const added = peers[name].remoteCandidates.filter(({ candidate }) => candidate?.candidate);
	const described = calls
		.filter((one) => one.peer === name && one.name === 'setRemoteDescription' && !one.error)
		.flatMap(({ args }) => (args as { sdp?: string } | null)?.sdp?.match(/^a=candidate:/gm) ?? []);
	return added.length + described.length;
}

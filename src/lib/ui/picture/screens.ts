import { stateOf, type PeerView } from '$lib/trace';
import type { Phase } from './phase';

/** What a peer has on its screen. */
export interface Screens {
	/** Its own picture, which it sends or is about to. */
	readonly own: boolean;
	/** That of the other. */
	readonly seen: boolean;
}

/** What a peer that was recorded had on its screen: pictures are not kept, what is known of them is. */
export function screensOf(peer: PeerView, phase: Phase): Screens {
	if (peer.closed) return { own: false, seen: false };
	return {
		own: peer.hasMedia || peer.localTracks.length > 0,
		seen:
			phase === 'flowing' ||
			(peer.remoteTracks.length > 0 && stateOf(peer, 'connectionState') === 'connected')
	};
}

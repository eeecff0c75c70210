import type { PeerName } from '../../src/lib/trace';

/** The call as the deck tells it: each step, who performs it, and the `signalingState` that it needs. */
export const TABLE: readonly [id: string, performers: PeerName[], needs?: RTCSignalingState][] = [
	['john-creates-peer-connection', ['john']],
	['john-gets-media', ['john'], 'stable'],
	['john-adds-tracks', ['john'], 'stable'],
	['john-creates-offer', ['john'], 'stable'],
	['john-sets-local-description', ['john'], 'stable'],
	['john-sends-offer', ['john'], 'have-local-offer'],
	['jane-creates-peer-connection', ['jane']],
	['jane-sets-remote-description', ['jane'], 'stable'],
	['jane-gets-media', ['jane'], 'have-remote-offer'],
	['jane-adds-tracks', ['jane'], 'have-remote-offer'],
	['jane-creates-answer', ['jane'], 'have-remote-offer'],
	['jane-sets-local-description', ['jane'], 'have-remote-offer'],
	['jane-sends-answer', ['jane'], 'stable'],
	['john-sets-remote-description', ['john'], 'have-local-offer'],
	['john-sends-candidate', ['john'], 'stable'],
	['jane-adds-candidate', ['jane'], 'stable'],
	['jane-sends-candidate', ['jane'], 'stable'],
	['john-adds-candidate', ['john'], 'stable'],
	['remaining-candidates', ['john', 'jane'], 'stable'],
	['john-hangs-up', ['john', 'jane']]
];

import { stateOf, type PeerView } from '$lib/trace';

/** How far a peer has come, from signaling, ICE, DTLS and media together. */
export type Phase =
	| 'nothing'
	| 'made'
	| 'negotiating'
	| 'agreed'
	| 'path'
	| 'connected'
	| 'flowing'
	| 'disconnected'
	| 'failed'
	| 'closed';

/** What the phases are called. */
export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
	nothing: 'no RTCPeerConnection yet',
	made: 'RTCPeerConnection made',
	negotiating: 'negotiating',
	agreed: 'agreed, no path yet',
	path: 'a path, no keys yet',
	connected: 'connected',
	flowing: 'media flows',
	disconnected: 'disconnected',
	failed: 'failed',
	closed: 'closed'
};

/**
 * The phase of a peer. What has ended counts first, then what the connection says of itself (webrtc-pc,
 * 4.3.3: ICE and DTLS together), then whether ICE alone has found a path, then whether offer and answer are both applied (JSEP, 3.2: `stable` with a
 * current description of either side), then whether anything was described.
 */
export function phaseOf(peer: PeerView): Phase {
	if (peer.closed) return 'closed';
	if (!peer.exists) return 'nothing';
	const connection = stateOf(peer, 'connectionState');
	if (connection === 'failed' || connection === 'disconnected') return connection;
	if (connection === 'connected') {
		return peer.milestones.firstFrame === undefined ? 'connected' : 'flowing';
	}
	const ice = stateOf(peer, 'iceConnectionState');
	if (ice === 'connected' || ice === 'completed') return 'path';
	const { currentLocalDescription, currentRemoteDescription, ...pending } = peer.descriptions;
	const isAgreed = currentLocalDescription !== null && currentRemoteDescription !== null;
	if (isAgreed && stateOf(peer, 'signalingState') === 'stable') return 'agreed';
	const isDescribed =
		isAgreed || Object.values(pending).some((description) => description !== null);
	return isDescribed ? 'negotiating' : 'made';
}

import { Queue } from '../signaling/queue';
import type { Peer } from '../steps/step';

/**
 * From now on candidates are sent as they are gathered, and added as they come, with no step for it: the
 * wire of a lesson that lets them flow.
 *
 * @param isOver whether nothing is to be sent any more
 */
export function letFlow(peer: Peer, isOver = () => false): void {
	// Steps have sent what was gathered before, to its end: it is not to be sent again.
	if (peer.candidates.isOver) peer.candidates = new Queue();
	peer.oncandidate = (candidate) => peer.pc.addIceCandidate(candidate);
	void sendGathered(peer, isOver);
}

async function sendGathered(peer: Peer, isOver: () => boolean): Promise<void> {
	while (!isOver()) {
		const candidate = await peer.candidates.next();
		if (isOver()) return;
		peer.send({ candidate });
		// The end of one gathering, and there may be another (webrtc-pc, 4.8.2).
		if (candidate === null) peer.candidates = new Queue();
	}
}

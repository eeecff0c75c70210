import type { Step } from '../step';

/** Sending ends at once; that it ended is to be negotiated (webrtc-pc, 5.1, removeTrack). */
export const johnRemovesScreen: Step = {
	id: 'john-removes-screen',
	needs: 'stable',
	john({ john }) {
		// Those behind microphone and camera: the screen’s.
		for (const sender of john.pc.getSenders().slice(2)) {
			sender.track?.stop();
			john.pc.removeTrack(sender);
		}
	}
};

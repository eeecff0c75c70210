import type { Step } from '../step';

/** What no description has a section for has to be negotiated (webrtc-pc, 5.1, addTrack). */
export const johnAddsTrack: Step = {
	id: 'john-adds-track',
	needs: 'stable',
	john({ john }) {
		for (const track of john.screen.getVideoTracks()) {
			john.pc.addTrack(track, john.screen);
		}
	}
};

import type { Step } from '../step';

/** Black pictures are sent (mediacapture-streams, 4.3.1, enabled). */
export const johnDisablesTrack: Step = {
	id: 'john-disables-track',
	needs: 'stable',
	john({ john }) {
		for (const track of john.screen.getVideoTracks()) {
			track.enabled = false;
		}
	}
};

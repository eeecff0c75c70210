import type { Step } from '../step';

export const johnEnablesTrack: Step = {
	id: 'john-enables-track',
	needs: 'stable',
	john({ john }) {
		for (const track of john.screen.getVideoTracks()) {
			track.enabled = true;
		}
	}
};

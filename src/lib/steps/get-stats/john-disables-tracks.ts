import type { Step } from '../step';

/** Black pictures are sent, and silence (mediacapture-streams, 4.3.1, enabled). */
export const johnDisablesTracks: Step = {
	id: 'john-disables-tracks',
	needs: 'stable',
	john({ john }) {
		for (const track of john.stream.getTracks()) track.enabled = false;
	}
};

import type { Step } from '../step';

export const johnEnablesTracks: Step = {
	id: 'john-enables-tracks',
	needs: 'stable',
	john({ john }) {
		for (const track of john.stream.getTracks()) track.enabled = true;
	}
};

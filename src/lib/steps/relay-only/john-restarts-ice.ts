import type { Step } from '../step';

/** The next offer is to have new credentials; nothing happens before it (webrtc-pc, 4.4.2, restartIce). */
export const johnRestartsIce: Step = {
	id: 'john-restarts-ice',
	needs: 'stable',
	john({ john }) {
		john.pc.restartIce();
	}
};

import type { Step } from '../step';

/** What the receiver counts: what came, what did not, and how it was spaced (webrtc-stats, 8.2 and 8.3). */
export const janeAsksForReport: Step = {
	id: 'jane-asks-for-report',
	needs: 'stable',
	awaits: 'connected',
	async jane({ jane }) {
		jane.report = await jane.pc.getStats();
	}
};

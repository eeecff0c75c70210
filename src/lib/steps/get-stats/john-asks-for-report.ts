import type { Step } from '../step';

/** What the browser counts of the connection (webrtc-pc, 8.2). */
export const johnAsksForReport: Step = {
	id: 'john-asks-for-report',
	needs: 'stable',
	awaits: 'connected',
	async john({ john }) {
		john.report = await john.pc.getStats();
	}
};

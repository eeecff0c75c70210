import type { Step } from '../step';

/** What the browser tells of the checks that came (webrtc-stats, 5.7: RTCIceCandidateStats). */
export const johnReadsStatistics: Step = {
	id: 'john-reads-statistics',
	needs: 'stable',
	awaits: 'connected',
	async john({ john }) {
		john.report = await john.pc.getStats();
	}
};

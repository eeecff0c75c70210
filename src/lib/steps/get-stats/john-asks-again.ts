import type { Step } from '../step';

/** A later report, in which is what Jane’s browser has told by RTCP (RFC 3550, 6.4), and what the checks took. */
export const johnAsksAgain: Step = {
	id: 'john-asks-again',
	needs: 'stable',
	awaits: 'connected',
	async john({ john }) {
		john.report = await john.pc.getStats();
	}
};

import type { Step } from '../step';

/** It counts when candidates are gathered the next time (RFC 9429, 4.1.18); what is used stays so till then. */
export const johnAllowsAll: Step = {
	id: 'john-allows-all',
	needs: 'stable',
	john({ john }) {
		john.pc.setConfiguration({ ...john.pc.getConfiguration(), iceTransportPolicy: 'all' });
	}
};

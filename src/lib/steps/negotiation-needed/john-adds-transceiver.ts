import type { Step } from '../step';

export const johnAddsTransceiver: Step = {
	id: 'john-adds-transceiver',
	needs: 'stable',
	john({ john }) {
		john.pc.addTransceiver('video', { direction: 'recvonly' });
	}
};

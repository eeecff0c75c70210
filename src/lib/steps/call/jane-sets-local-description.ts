import type { Step } from '../step';

/** have-remote-offer → stable (RFC 9429, 4.1.11, 5.9 and 5.11) */
export const janeSetsLocalDescription: Step = {
	id: 'jane-sets-local-description',
	needs: 'have-remote-offer',
	async jane({ jane }) {
		await jane.pc.setLocalDescription(jane.answer);
	}
};

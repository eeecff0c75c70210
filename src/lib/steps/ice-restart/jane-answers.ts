import type { Step } from '../step';

/** have-remote-offer → stable; her credentials are new as well (RFC 8839, 4.4.2.1) */
export const janeAnswers: Step = {
	id: 'jane-answers',
	needs: 'have-remote-offer',
	async jane({ jane }) {
		await jane.pc.setLocalDescription();
		jane.send({ description: jane.pc.localDescription });
	}
};

import type { Step } from '../step';

/** have-remote-offer → stable (RFC 9429, 5.3.2) */
export const janeAnswersAgain: Step = {
	id: 'jane-answers-again',
	needs: 'have-remote-offer',
	async jane({ jane }) {
		await jane.pc.setLocalDescription();
		jane.send({ description: jane.pc.localDescription });
	}
};

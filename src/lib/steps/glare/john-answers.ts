import type { Step } from '../step';

/** have-remote-offer → stable (RFC 9429, 5.3.2) */
export const johnAnswers: Step = {
	id: 'john-answers',
	needs: 'have-remote-offer',
	async john({ john }) {
		await john.pc.setLocalDescription();
		john.send({ description: john.pc.localDescription });
	}
};

import type { Step } from '../step';

/** have-local-offer → stable (RFC 9429, 5.11) */
export const janeSetsAnswer: Step = {
	id: 'jane-sets-answer',
	needs: 'have-local-offer',
	async jane({ jane }) {
		const { description } = await jane.receive('description');
		await jane.pc.setRemoteDescription(description);
	}
};

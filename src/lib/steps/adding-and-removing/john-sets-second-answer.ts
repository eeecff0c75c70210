import type { Step } from '../step';

/** have-local-offer → stable (RFC 9429, 5.11) */
export const johnSetsSecondAnswer: Step = {
	id: 'john-sets-second-answer',
	needs: 'have-local-offer',
	async john({ john }) {
		const { description } = await john.receive('description');
		await john.pc.setRemoteDescription(description);
	}
};

import type { Step } from '../step';

/** have-local-offer → stable (RFC 9429, 5.11) */
export const johnSetsAnswer: Step = {
	id: 'john-sets-answer',
	needs: 'have-local-offer',
	async john({ john }) {
		const { description } = await john.receive('description');
		await john.pc.setRemoteDescription(description);
	}
};

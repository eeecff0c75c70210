import type { Step } from '../step';

/** have-local-offer → stable (RFC 9429, 5.11) */
export const johnSetsRemoteDescription: Step = {
	id: 'john-sets-remote-description',
	needs: 'have-local-offer',
	async john({ john }) {
		const { description } = await john.receive('description');
		await john.pc.setRemoteDescription(description);
	}
};

import type { Step } from '../step';

/** stable → have-remote-offer (RFC 9429, 5.10) */
export const johnSetsOffer: Step = {
	id: 'john-sets-offer',
	needs: 'stable',
	async john({ john }) {
		const { description } = await john.receive('description');
		await john.pc.setRemoteDescription(description);
	}
};

import type { Step } from '../step';

/** stable → have-remote-offer (RFC 9429, 5.10) */
export const janeSetsSecondOffer: Step = {
	id: 'jane-sets-second-offer',
	needs: 'stable',
	async jane({ jane }) {
		const { description } = await jane.receive('description');
		await jane.pc.setRemoteDescription(description);
	}
};

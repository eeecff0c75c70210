import type { Step } from '../step';

/** stable → have-local-offer, while the other is in it too: glare (RFC 3264, 4). */
export const janeOffers: Step = {
	id: 'jane-offers',
	needs: 'stable',
	async jane({ jane }) {
		await jane.pc.setLocalDescription();
		jane.send({ description: jane.pc.localDescription });
	}
};

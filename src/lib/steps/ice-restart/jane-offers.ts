import type { Step } from '../step';

/** stable → have-local-offer, with the credentials that there are (RFC 9429, 5.2.2) */
export const janeOffers: Step = {
	id: 'jane-offers',
	needs: 'stable',
	async jane({ jane }) {
		await jane.pc.setLocalDescription();
	}
};

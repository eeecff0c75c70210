import type { Step } from '../step';

/** stable → have-local-offer (RFC 9429, 5.2.2) */
export const janeOffersAgain: Step = {
	id: 'jane-offers-again',
	needs: 'stable',
	async jane({ jane }) {
		await jane.pc.setLocalDescription();
		jane.send({ description: jane.pc.localDescription });
	}
};

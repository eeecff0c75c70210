import type { Step } from '../step';

/** stable → have-local-offer, with credentials that are new, and now with addresses (RFC 9429, 5.2.2) */
export const johnOffersAgain: Step = {
	id: 'john-offers-again',
	needs: 'stable',
	async john({ john }) {
		await john.pc.setLocalDescription();
		john.send({ description: john.pc.localDescription });
	}
};

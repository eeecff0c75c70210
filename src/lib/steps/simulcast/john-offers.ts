import type { Step } from '../step';

/** stable → have-local-offer (RFC 9429, 5.2.1: a=rid for each encoding, and a=simulcast) */
export const johnOffers: Step = {
	id: 'john-offers',
	needs: 'stable',
	async john({ john }) {
		await john.pc.setLocalDescription();
		john.send({ description: john.pc.localDescription });
	}
};

import type { Step } from '../step';

export const johnCreatesOffer: Step = {
	id: 'john-creates-offer',
	needs: 'stable',
	async john({ john }) {
		john.offer = await john.pc.createOffer();
	}
};

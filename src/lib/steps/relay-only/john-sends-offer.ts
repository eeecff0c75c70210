import type { Step } from '../step';

export const johnSendsOffer: Step = {
	id: 'john-sends-offer',
	needs: 'have-local-offer',
	john({ john }) {
		john.send({ description: john.pc.localDescription });
	}
};

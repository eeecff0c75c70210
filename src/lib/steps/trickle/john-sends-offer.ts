import type { Step } from '../step';

/** What was found so far is in it (RFC 9429, 4.1.14 and 3.5.2). */
export const johnSendsOffer: Step = {
	id: 'john-sends-offer',
	needs: 'have-local-offer',
	john({ john }) {
		john.send({ description: john.pc.localDescription });
	}
};

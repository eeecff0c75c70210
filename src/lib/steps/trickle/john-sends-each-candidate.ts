import type { Step } from '../step';

export const johnSendsEachCandidate: Step = {
	id: 'john-sends-each-candidate',
	needs: 'stable',
	john({ john }) {
		john.pc.onicecandidate = ({ candidate }) => john.send({ candidate });
	}
};

import type { Step } from '../step';

export const johnSendsCandidate: Step = {
	id: 'john-sends-candidate',
	needs: 'stable',
	async john({ john }) {
		const candidate = await john.candidates.next(({ protocol }) => protocol === 'udp');
		john.send({ candidate });
	}
};

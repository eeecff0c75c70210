import type { Step } from '../step';

export const janeSendsCandidate: Step = {
	id: 'jane-sends-candidate',
	needs: 'stable',
	async jane({ jane }) {
		const candidate = await jane.candidates.next(({ protocol }) => protocol === 'udp');
		jane.send({ candidate });
	}
};

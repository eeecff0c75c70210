import type { Step } from '../step';

export const janeSendsAnswer: Step = {
	id: 'jane-sends-answer',
	needs: 'stable',
	jane({ jane }) {
		jane.send({ description: jane.answer });
	}
};

import type { Step } from '../step';

export const janeCreatesAnswer: Step = {
	id: 'jane-creates-answer',
	needs: 'have-remote-offer',
	async jane({ jane }) {
		jane.answer = await jane.pc.createAnswer();
	}
};

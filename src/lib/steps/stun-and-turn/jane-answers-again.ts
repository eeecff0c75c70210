import type { Step } from '../step';

/** The same, and the two have other paths to choose from. */
export const janeAnswersAgain: Step = {
	id: 'jane-answers-again',
	async john({ john }) {
		const { description } = await john.receive('description');
		await john.pc.setRemoteDescription(description);
	},
	async jane({ jane }) {
		await jane.pc.setLocalDescription();
		jane.send({ description: jane.pc.localDescription });
	}
};

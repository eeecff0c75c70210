import type { Step } from '../step';

/**
 * Jane: have-remote-offer → stable. John: have-local-offer → stable. Both in one step, since Firefox gives up
 * five seconds after an answer that the other side does not have.
 */
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

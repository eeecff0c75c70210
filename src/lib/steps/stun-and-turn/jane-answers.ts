import type { Step } from '../step';

/**
 * Jane: have-remote-offer → stable. John: have-local-offer → stable. Both in one step, and she waits for no candidate:
 * Firefox gives up five seconds after an answer.
 */
export const janeAnswers: Step = {
	id: 'jane-answers',
	async john({ john }) {
		john.oncandidate = (candidate) => john.pc.addIceCandidate(candidate);
		const { description } = await john.receive('description');
		await john.pc.setRemoteDescription(description);
	},
	async jane({ jane }) {
		await jane.pc.setLocalDescription();
		jane.send({ description: jane.pc.localDescription });
	}
};

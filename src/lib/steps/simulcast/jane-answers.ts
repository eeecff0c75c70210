import type { Step } from '../step';

/**
 * Jane: have-remote-offer → stable. John: have-local-offer → stable, with one encoding (webrtc-pc, 4.4.1.5).
 * Both in one step, since Firefox gives up five seconds after an answer that the other side does not have.
 */
export const janeAnswers: Step = {
	id: 'jane-answers',
	async john({ john }) {
		const { description } = await john.receive('description');
		await john.pc.setRemoteDescription(description);
	},
	async jane({ jane }) {
		await jane.pc.setLocalDescription();
		jane.send({ description: jane.pc.localDescription });
	}
};

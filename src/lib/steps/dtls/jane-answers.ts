import type { Step } from '../step';

/** have-remote-offer → stable, and have-local-offer → stable: then ICE, then DTLS (webrtc-pc, 5.5). */
export const janeAnswers: Step = {
	id: 'jane-answers',
	loses: true,
	async jane({ jane }) {
		await jane.pc.setLocalDescription();
		jane.send({ description: jane.pc.localDescription });
	},
	async john({ john }) {
		const { description } = await john.receive('description');
		await john.pc.setRemoteDescription(description);
	}
};

import type { Step } from '../step';

/**
 * Jane: have-remote-offer → stable. John: have-local-offer → stable. Then nothing, and a clock of six seconds: one
 * browser fails after five, and the other never (webrtc-pc, 5.6, RTCIceTransportState; RFC 8863, 4).
 */
export const janeAnswers: Step = {
	id: 'jane-answers',
	loses: true,
	async john({ john }) {
		const { description } = await john.receive('description');
		await john.pc.setRemoteDescription(description);
		await new Promise((resolve) => setTimeout(resolve, 6_000));
	},
	async jane({ jane }) {
		await jane.pc.setLocalDescription();
		jane.send({ description: jane.pc.localDescription });
		await new Promise((resolve) => setTimeout(resolve, 6_000));
	}
};

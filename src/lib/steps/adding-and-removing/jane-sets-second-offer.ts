import type { Step } from '../step';

/** stable → have-remote-offer; the track leaves its stream (webrtc-pc, 5.1, removal of a remote track) */
export const janeSetsSecondOffer: Step = {
	id: 'jane-sets-second-offer',
	needs: 'stable',
	async jane({ jane }) {
		const { description } = await jane.receive('description');
		await jane.pc.setRemoteDescription(description);
	}
};

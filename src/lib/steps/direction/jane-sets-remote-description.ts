import type { Step } from '../step';

/** stable → have-remote-offer; the track is muted (webrtc-pc, 5.1, removal of a remote track) */
export const janeSetsRemoteDescription: Step = {
	id: 'jane-sets-remote-description',
	needs: 'stable',
	async jane({ jane }) {
		const { description } = await jane.receive('description');
		await jane.pc.setRemoteDescription(description);
	}
};

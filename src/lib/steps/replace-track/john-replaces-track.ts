import type { Step } from '../step';

/** Nothing is negotiated (webrtc-pc, 5.2, replaceTrack). */
export const johnReplacesTrack: Step = {
	id: 'john-replaces-track',
	needs: 'stable',
	async john({ john }) {
		const video = john.pc.getTransceivers().find(({ receiver }) => receiver.track.kind === 'video');
		const [screen = null] = john.screen.getVideoTracks();
		await video?.sender.replaceTrack(screen);
	}
};

import type { Step } from '../step';

/** Nothing is sent any more, and nothing is negotiated (webrtc-pc, 5.2, replaceTrack). */
export const johnSendsNothing: Step = {
	id: 'john-sends-nothing',
	needs: 'stable',
	async john({ john }) {
		const video = john.pc.getTransceivers().find(({ receiver }) => receiver.track.kind === 'video');
		await video?.sender.replaceTrack(null);
	}
};

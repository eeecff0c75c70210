import type { Step } from '../step';

/** Refused: a track has to be of the kind of its sender (webrtc-pc, 5.2, replaceTrack). */
export const johnTriesSound: Step = {
	id: 'john-tries-sound',
	needs: 'stable',
	async john({ john }) {
		const video = john.pc.getTransceivers().find(({ receiver }) => receiver.track.kind === 'video');
		const [sound = null] = john.screen.getAudioTracks();
		try {
			await video?.sender.replaceTrack(sound);
		} catch {
			// No sound where a picture was agreed on. What was sent goes on being sent.
		}
	}
};

import type { Step } from '../step';

export const johnSendsFirstPicture: Step = {
	id: 'john-sends-first-picture',
	needs: 'stable',
	async john({ john }) {
		const video = john.pc.getTransceivers().find(({ receiver }) => receiver.track.kind === 'video');
		const [picture = null] = john.stream.getVideoTracks();
		await video?.sender.replaceTrack(picture);
	}
};

import type { Step } from '../step';

/** At most so many pictures a second (webrtc-pc, 5.2, maxFramerate). */
export const johnSendsFewer: Step = {
	id: 'john-sends-fewer',
	needs: 'stable',
	async john({ john }) {
		for (const { sender, receiver } of john.pc.getTransceivers()) {
			if (receiver.track.kind !== 'video') continue;
			const parameters = sender.getParameters();
			for (const encoding of parameters.encodings) encoding.maxFramerate = 5;
			await sender.setParameters(parameters);
		}
	}
};

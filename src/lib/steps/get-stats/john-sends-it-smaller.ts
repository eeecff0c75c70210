import type { Step } from '../step';

/** A quarter of the width, and of the height (webrtc-pc, 5.2, scaleResolutionDownBy). */
export const johnSendsItSmaller: Step = {
	id: 'john-sends-it-smaller',
	needs: 'stable',
	async john({ john }) {
		for (const { sender, receiver } of john.pc.getTransceivers()) {
			if (receiver.track.kind !== 'video') continue;
			const parameters = sender.getParameters();
			for (const encoding of parameters.encodings) encoding.scaleResolutionDownBy = 4;
			await sender.setParameters(parameters);
		}
	}
};

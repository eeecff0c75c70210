import type { Step } from '../step';

/** As it was: sent, whole, and without a limit. */
export const johnLiftsAll: Step = {
	id: 'john-lifts-all',
	needs: 'stable',
	async john({ john }) {
		for (const { sender, receiver } of john.pc.getTransceivers()) {
			if (receiver.track.kind !== 'video') continue;
			const parameters = sender.getParameters();
			for (const encoding of parameters.encodings) {
				encoding.active = true;
				encoding.scaleResolutionDownBy = 1;
				delete encoding.maxBitrate;
				delete encoding.maxFramerate;
			}
			await sender.setParameters(parameters);
		}
	}
};

import type { Step } from '../step';

/** One encoding is sent no more, and nothing is negotiated (webrtc-pc, 5.2, active). */
export const johnStopsLayer: Step = {
	id: 'john-stops-layer',
	needs: 'stable',
	async john({ john }) {
		for (const { sender } of john.pc.getTransceivers().slice(-1)) {
			const parameters = sender.getParameters();
			for (const encoding of parameters.encodings) {
				if (encoding.rid === 'f') encoding.active = false;
			}
			await sender.setParameters(parameters);
		}
	}
};

import type { Step } from '../step';

/** And it is sent again (webrtc-pc, 5.2, active). */
export const johnSendsLayer: Step = {
	id: 'john-sends-layer',
	needs: 'stable',
	async john({ john }) {
		for (const { sender } of john.pc.getTransceivers().slice(-1)) {
			const parameters = sender.getParameters();
			for (const encoding of parameters.encodings) {
				if (encoding.rid === 'f') encoding.active = true;
			}
			await sender.setParameters(parameters);
		}
	}
};

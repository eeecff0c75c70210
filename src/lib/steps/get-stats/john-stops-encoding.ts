import type { Step } from '../step';

/** Nothing is sent any more, and nothing is negotiated (webrtc-pc, 5.2, active). */
export const johnStopsEncoding: Step = {
	id: 'john-stops-encoding',
	needs: 'stable',
	async john({ john }) {
		for (const { sender, receiver } of john.pc.getTransceivers()) {
			if (receiver.track.kind !== 'video') continue;
			const parameters = sender.getParameters();
			for (const encoding of parameters.encodings) encoding.active = false;
			await sender.setParameters(parameters);
		}
	}
};

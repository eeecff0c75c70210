import type { Step } from '../step';

/** At most so many bits a second (webrtc-pc, 5.2, maxBitrate). */
export const johnLimitsBitrate: Step = {
	id: 'john-limits-bitrate',
	needs: 'stable',
	async john({ john }) {
		for (const { sender, receiver } of john.pc.getTransceivers()) {
			if (receiver.track.kind !== 'video') continue;
			const parameters = sender.getParameters();
			for (const encoding of parameters.encodings) encoding.maxBitrate = 50_000;
			await sender.setParameters(parameters);
		}
	}
};

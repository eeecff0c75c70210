import type { Step } from '../step';

/** Three encodings of one track, each with a name (webrtc-pc, 5.4.1, simulcast functionality). */
export const johnAddsTransceiver: Step = {
	id: 'john-adds-transceiver',
	needs: 'stable',
	john({ john }) {
		for (const track of john.stream.getVideoTracks()) {
			john.pc.addTransceiver(track, {
				direction: 'sendonly',
				streams: [john.stream],
				sendEncodings: [
					{ rid: 'q', scaleResolutionDownBy: 4 },
					{ rid: 'h', scaleResolutionDownBy: 2 },
					{ rid: 'f' }
				]
			});
		}
	}
};

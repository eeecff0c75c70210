import type { Step } from '../step';
import { threeEncodings } from './three-encodings';

/** Three encodings of one track, each with a name (webrtc-pc, 5.4.1, simulcast functionality). */
export const johnAddsTransceiver: Step = {
	id: 'john-adds-transceiver',
	needs: 'stable',
	john({ john }) {
		for (const track of john.stream.getVideoTracks()) {
			john.pc.addTransceiver(track, {
				direction: 'sendonly',
				streams: [john.stream],
				sendEncodings: threeEncodings()
			});
		}
	}
};

import type { Step } from '../step';
import { threeEncodings } from './three-encodings';

/** The same track may be sent by more than one transceiver (webrtc-pc, 5.1, addTransceiver). */
export const johnAddsAnother: Step = {
	id: 'john-adds-another',
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

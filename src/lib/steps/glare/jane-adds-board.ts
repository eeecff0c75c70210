import type { Step } from '../step';

/** A transceiver of its own, so that no other wish can share its section (webrtc-pc, 5.1, addTransceiver). */
export const janeAddsBoard: Step = {
	id: 'jane-adds-board',
	needs: 'stable',
	jane({ jane, testPattern }) {
		jane.screen = testPattern('Board');
		// The board has no sound.
		for (const sound of jane.screen.getAudioTracks()) sound.stop();
		for (const picture of jane.screen.getVideoTracks()) {
			jane.pc.addTransceiver(picture, { direction: 'sendonly', streams: [jane.screen] });
		}
	}
};

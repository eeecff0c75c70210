import type { Step } from '../step';

/** A transceiver of its own, so that no other wish can share its section (webrtc-pc, 5.1, addTransceiver). */
export const johnAddsScreen: Step = {
	id: 'john-adds-screen',
	needs: 'stable',
	john({ john, testPattern }) {
		john.screen = testPattern('Screen');
		// The screen has no sound.
		for (const sound of john.screen.getAudioTracks()) sound.stop();
		for (const picture of john.screen.getVideoTracks()) {
			john.pc.addTransceiver(picture, { direction: 'sendonly', streams: [john.screen] });
		}
	}
};

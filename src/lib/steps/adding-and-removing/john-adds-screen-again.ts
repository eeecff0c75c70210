import type { JohnScope, Operation, Step } from '../step';

const addScreen: Operation<JohnScope> = ({ john, testPattern }) => {
	const screen = testPattern('Screen');
	// The screen has no sound.
	for (const sound of screen.getAudioTracks()) sound.stop();
	for (const picture of screen.getVideoTracks()) {
		john.pc.addTrack(picture, screen);
	}
};

/** A sender that has ever sent is not taken again (webrtc-pc, 5.1, addTrack). */
export const johnAddsScreenAgain: Step = {
	id: 'john-adds-screen-again',
	needs: 'stable',
	john: {
		camera: addScreen,
		pattern: addScreen,
		none({ john, testPattern }) {
			const screen = testPattern('Screen');
			// The screen has no sound.
			for (const sound of screen.getAudioTracks()) sound.stop();
			for (const picture of screen.getVideoTracks()) {
				// addTrack would take the transceiver of Jane’s picture: its sender was never used.
				john.pc.addTransceiver(picture, { streams: [screen] });
			}
		}
	}
};

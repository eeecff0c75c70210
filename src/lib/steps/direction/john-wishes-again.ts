import type { JohnScope, Operation, Step } from '../step';

const resume: Operation<JohnScope> = ({ john }) => {
	for (const transceiver of john.pc.getTransceivers()) {
		if (transceiver.receiver.track.kind === 'video') transceiver.direction = 'sendrecv';
	}
};

/** It has no effect before it is negotiated (webrtc-pc, 5.4, direction). */
export const johnWishesAgain: Step = {
	id: 'john-wishes-again',
	needs: 'stable',
	john: {
		camera: resume,
		pattern: resume,
		none({ john }) {
			for (const transceiver of john.pc.getTransceivers()) {
				// He has nothing to send, and receives again.
				if (transceiver.receiver.track.kind === 'video') transceiver.direction = 'recvonly';
			}
		}
	}
};

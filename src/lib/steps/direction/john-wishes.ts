import type { JohnScope, Operation, Step } from '../step';

const pause: Operation<JohnScope> = ({ john }) => {
	for (const transceiver of john.pc.getTransceivers()) {
		if (transceiver.receiver.track.kind === 'video') transceiver.direction = 'recvonly';
	}
};

/** It has no effect before it is negotiated (webrtc-pc, 5.4, direction). */
export const johnWishes: Step = {
	id: 'john-wishes',
	needs: 'stable',
	john: {
		camera: pause,
		pattern: pause,
		none({ john }) {
			for (const transceiver of john.pc.getTransceivers()) {
				// He only receives. So all that he can do without is Jane’s picture.
				if (transceiver.receiver.track.kind === 'video') transceiver.direction = 'inactive';
			}
		}
	}
};

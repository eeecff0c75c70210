import type { JohnScope, Operation, Step } from '../step';

const addTracks: Operation<JohnScope> = ({ john }) => {
	for (const track of john.stream.getTracks()) {
		john.pc.addTrack(track, john.stream);
	}
};

export const johnAddsTracks: Step = {
	id: 'john-adds-tracks',
	needs: 'stable',
	john: {
		camera: addTracks,
		pattern: addTracks,
		none({ john }) {
			// Without a track to send, say what John wants to receive.
			john.pc.addTransceiver('audio', { direction: 'recvonly' });
			john.pc.addTransceiver('video', { direction: 'recvonly' });
		}
	}
};

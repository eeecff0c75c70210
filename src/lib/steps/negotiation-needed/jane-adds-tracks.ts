import type { JaneScope, Operation, Step } from '../step';

const addTracks: Operation<JaneScope> = ({ jane }) => {
	for (const track of jane.stream.getTracks()) {
		jane.pc.addTrack(track, jane.stream);
	}
};

export const janeAddsTracks: Step = {
	id: 'jane-adds-tracks',
	needs: 'have-remote-offer',
	jane: {
		camera: addTracks,
		pattern: addTracks,
		none() {
			// Nothing to add. John's offer made Jane's transceivers, and they will only receive.
		}
	}
};

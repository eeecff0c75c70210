import type { Step } from '../step';

/** A video element shows one video track (HTML, media resources with multiple media tracks). */
export const janeShowsScreen: Step = {
	id: 'jane-shows-screen',
	needs: 'stable',
	jane({ jane }) {
		// A video element shows one picture: only the newest may stay.
		for (const picture of jane.remote.getVideoTracks().slice(0, -1)) {
			jane.remote.removeTrack(picture);
		}
	}
};

import type { Step } from '../step';

/** A video element shows one video track (HTML, media resources with multiple media tracks). */
export const bothShowPictures: Step = {
	id: 'both-show-pictures',
	needs: 'stable',
	john({ john }) {
		// A video element shows one picture: only the newest may stay.
		for (const picture of john.remote.getVideoTracks().slice(0, -1)) {
			john.remote.removeTrack(picture);
		}
	},
	jane({ jane }) {
		// A video element shows one picture: only the newest may stay.
		for (const picture of jane.remote.getVideoTracks().slice(0, -1)) {
			jane.remote.removeTrack(picture);
		}
	}
};

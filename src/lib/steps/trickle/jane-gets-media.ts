import type { Step } from '../step';

export const janeGetsMedia: Step = {
	id: 'jane-gets-media',
	needs: 'have-remote-offer',
	jane: {
		async camera({ jane, navigator }) {
			jane.stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
		},
		pattern({ jane, testPattern }) {
			jane.stream = testPattern('Jane');
		},
		none({ jane }) {
			// Jane only receives: there is nothing to send.
			jane.stream = new MediaStream();
		}
	}
};

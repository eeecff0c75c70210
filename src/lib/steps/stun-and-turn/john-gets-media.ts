import type { Step } from '../step';

export const johnGetsMedia: Step = {
	id: 'john-gets-media',
	needs: 'stable',
	john: {
		async camera({ john, navigator }) {
			john.stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
		},
		pattern({ john, testPattern }) {
			john.stream = testPattern('John');
		},
		none({ john }) {
			// John only receives: there is nothing to send.
			john.stream = new MediaStream();
		}
	}
};

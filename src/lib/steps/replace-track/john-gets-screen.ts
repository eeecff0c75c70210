import type { Step } from '../step';

/** A picture that the page draws, where an application asks for the screen (`getDisplayMedia`). */
export const johnGetsScreen: Step = {
	id: 'john-gets-screen',
	needs: 'stable',
	john({ john, testPattern }) {
		john.screen = testPattern('Screen');
	}
};

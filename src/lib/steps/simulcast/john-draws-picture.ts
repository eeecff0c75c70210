import type { Step } from '../step';

/** Large enough for three sizes: of a small picture, Chromium sends fewer versions. */
export const johnDrawsPicture: Step = {
	id: 'john-draws-picture',
	needs: 'stable',
	john({ john, testPattern }) {
		john.stream = testPattern('John', 1280);
	}
};

import type { Source } from '$lib/steps/step';

/** What is said on the wall of where a picture comes from: nothing of a camera. */
export const SOURCE_WORDS: Readonly<Record<Source, string | null>> = {
	camera: null,
	pattern: 'test pattern',
	none: 'sends nothing'
};

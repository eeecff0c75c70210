import { acts, slides } from '$lib/deck';
import { codeOf } from '$lib/deck/code';

/** The whole deck at once: on a stage no slide may wait for the network. */
export async function load() {
	const steps = slides.filter(({ step }) => step !== null);
	const codes = await Promise.all(
		steps.map(async ({ slug, step }) => [slug, await codeOf(step!)] as const)
	);
	return { acts, slides, codes: Object.fromEntries(codes) };
}

import { codeOf } from '$lib/deck/code';
import { STEPS } from '$lib/steps';

export async function load() {
	const codes = await Promise.all(STEPS.map(async ({ id }) => [id, await codeOf(id)] as const));
	return { codes: Object.fromEntries(codes) };
}

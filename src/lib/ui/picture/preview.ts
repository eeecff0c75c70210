import type { Component, ComponentProps } from 'svelte';
import { idle } from '$lib/state/idle';
import type { TraceEntry } from '$lib/trace';
import type PlayedPicture from './PlayedPicture.svelte';

/** A recorded call, and what plays it. */
export interface Preview {
	readonly Picture: Component<ComponentProps<typeof PlayedPicture>>;
	readonly entries: readonly TraceEntry[];
}

/**
 * Loads the recorded call that comes with the site, once there is nothing more urgent to load.
 *
 * @param base the site's base path
 * @returns null where it cannot be had: a picture of nothing is shown then
 */
export async function loadPreview(base: string): Promise<Preview | null> {
	await idle();
	try {
		const [{ default: Picture }, { recordedCall }] = await Promise.all([
			import('./PlayedPicture.svelte'),
			import('./recording')
		]);
		return { Picture, entries: await recordedCall(base) };
	} catch {
		return null;
	}
}

import type { Component, ComponentProps } from 'svelte';
import { chunk } from '$lib/deck/chunk';
import type { TraceEntry } from '$lib/trace';
import { idle } from '$lib/state/idle';
import { theEngine } from '$lib/state/the-engine.svelte';
import type { Played } from './played.svelte';
import type PlayedPicture from './PlayedPicture.svelte';
import type PlayedStory from './PlayedStory.svelte';

/** A recorded call, what plays it, and what tells its steps. */
export interface Preview {
	readonly played: Played;
	readonly Picture: Component<ComponentProps<typeof PlayedPicture>>;
	readonly Story: Component<ComponentProps<typeof PlayedStory>>;
}

/** Loads what loads a recorded call, as often as it takes, and then that (`recordedCall`). */
export async function recordedCall(address: string | null): Promise<readonly TraceEntry[]> {
	const load = chunk(() => import('../later/preview'), 'recordedCall');
	const { recordedCall } = await theEngine.part('recording', load);
	return recordedCall(address);
}

/**
 * Loads a recorded call that comes with the site, once there is nothing more urgent to load.
 *
 * @param address where it is
 * @returns null where it cannot be had: a picture of nothing is shown then
 */
export async function loadPreview(address: string): Promise<Preview | null> {
	await idle();
	try {
		const { Played, PlayedPicture, PlayedStory, recordedCall } = await import('../later/preview');
		const played = new Played(await recordedCall(address));
		return { played, Picture: PlayedPicture, Story: PlayedStory };
	} catch {
		return null;
	}
}

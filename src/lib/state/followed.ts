import { createSubscriber } from 'svelte/reactivity';
import type { Walk } from '$lib/call/walk';
import { Views } from '$lib/trace';
import { Masking } from './masking';
import { onceAFrame } from './once-a-frame';

/** A walk, what subscribes its readers to it, and the views of its trace. */
export interface Followed {
	walk: Walk;
	/** Subscribes whatever reads this to everything that happens in the walk. */
	follow: () => void;
	/** Tells the readers at once, not with the next frame: a press is answered where it was made. */
	tellNow: () => void;
	views: Views;
	/** The same with addresses and credentials masked. */
	masking: Masking;
}

/** A walk with what its readers need. */
export function followed(walk: Walk): Followed {
	const told = { now: () => {} };
	const follow = createSubscriber((update) => {
		const frames = onceAFrame(update);
		told.now = frames.now;
		const unsubscribe = walk.subscribe(frames.later);
		return () => {
			unsubscribe();
			frames.cancel();
		};
	});
	return {
		walk,
		follow,
		tellNow: () => told.now(),
		views: new Views(),
		masking: new Masking(() => told.now())
	};
}

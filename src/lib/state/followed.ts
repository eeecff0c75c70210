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
		let wasReplaying = false;
		const unsubscribe = walk.subscribe(() => {
			const isReplaying = walk.ready && walk.snapshot.matches({ call: { attempt: 'replaying' } });
			// A replay is over sooner where the browser need not draw what is gone by the next frame.
			if (isReplaying && wasReplaying) frames.eventually();
			else frames.later();
			wasReplaying = isReplaying;
		});
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

import { createSubscriber } from 'svelte/reactivity';
import type { Walk } from '$lib/call/walk';
import { Views } from '$lib/trace';
import { hold } from './idle';
import { Masking } from './masking';
import { onceAFrame } from './once-a-frame';
import type { Followed } from './still-followed';

/** A walk with what its readers need. */
export function followed(walk: Walk): Followed {
	const told = { now: () => {} };
	const follow = createSubscriber((update) => {
		const frames = onceAFrame(update);
		told.now = frames.now;
		/** Called when the replay that is under way is over. */
		let over: (() => void) | null = null;
		const unsubscribe = walk.subscribe(() => {
			const isReplaying = walk.ready && walk.snapshot.matches({ call: { attempt: 'replaying' } });
			// A replay is over sooner where the browser need not draw what is gone by the next frame.
			if (isReplaying && over) frames.eventually();
			else frames.later();
			if (isReplaying) over ??= hold();
			else {
				over?.();
				over = null;
			}
		});
		return () => {
			unsubscribe();
			over?.();
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

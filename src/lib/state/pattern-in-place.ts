import type { WalkEvent } from '$lib/call/walk-types';
import { PEER_NAMES } from '$lib/trace';
import type { ShownWalk } from './shown-walk.svelte';

/** What puts the test pattern in the place of every camera: where one is lost in a call, in that call. */
export function patternInPlace(walk: ShownWalk): WalkEvent[] {
	const { context, head } = walk;
	return PEER_NAMES.filter((peer) => context.sources[peer] === 'camera').map((peer) => {
		const replace = { type: 'source.replace', peer } as const;
		const isLost = head.peers[peer].interruptions.length > 0 && walk.can(replace);
		return isLost ? replace : { type: 'source.choose', peer, source: 'pattern' };
	});
}
